import { element } from '../xml/element.ts';
import {
  attribute,
  childElements,
  childNamed,
  childrenNamed,
  descendantsNamed,
  plainText,
  type XmlElement,
  type XmlNode,
} from '../xml/tree.ts';
import { contributorOf } from './people.ts';
import type { TeiReaders } from './readers.ts';

/** What a header and the front matter say of the paper, as the front of an article. */
export function readTeiFront(
  header: XmlElement | undefined,
  text: XmlElement | undefined,
  read: TeiReaders,
): XmlElement {
  const file = childNamed(header, 'fileDesc');
  const source = descendantsNamed(childNamed(file, 'sourceDesc'), 'biblStruct', 'biblFull', 'bibl')[0];
  const monograph = childNamed(source, 'monogr');
  const journal = childrenNamed(monograph, 'title').find((title) => plainText(title) !== '');
  const meta = element('article-meta', {}, [
    ...identifiers(source, header),
    element('title-group', {}, titleOf(file, source, text, read)),
    element('contrib-group', {}, contributors(file, source)),
    ...dates(file, monograph),
    ...licence(file),
    ...abstracts(header, text, read),
    ...keywords(header),
  ]);
  const title = journal ? [element('journal-title', {}, [plainText(journal)])] : [];
  return element('front', {}, [element('journal-meta', {}, title), meta]);
}

function titleOf(
  file: XmlElement | undefined,
  source: XmlElement | undefined,
  text: XmlElement | undefined,
  read: TeiReaders,
): XmlNode[] {
  const places = [
    ...childrenNamed(childNamed(source, 'analytic'), 'title'),
    ...childrenNamed(childNamed(file, 'titleStmt'), 'title'),
    ...descendantsNamed(childNamed(text, 'front'), 'titlePart'),
  ].filter((title) => plainText(title) !== '');
  const main = places.find(({ attributes }) => attributes.type === 'main' || attributes.level === 'a') ?? places[0];
  const own = childrenNamed(childNamed(file, 'titleStmt'), 'title');
  const sub = own.find((title) => title.attributes.type === 'sub' && title !== main);
  return [
    ...(main ? [element('article-title', {}, read.inlines(main.children, read))] : []),
    ...(sub ? [element('subtitle', {}, read.inlines(sub.children, read))] : []),
  ];
}

function contributors(file: XmlElement | undefined, source: XmlElement | undefined): XmlElement[] {
  const analytic = childrenNamed(childNamed(source, 'analytic'), 'author');
  const statement = childrenNamed(childNamed(file, 'titleStmt'), 'author');
  const monograph = childrenNamed(childNamed(source, 'monogr'), 'author');
  const authors = [analytic, statement, monograph].find(
    (list) => list.flatMap((person) => contributorOf(person, 'author')).length > 0,
  );
  const editors = childrenNamed(childNamed(file, 'titleStmt'), 'editor');
  return [
    ...(authors ?? []).flatMap((person) => contributorOf(person, 'author')),
    ...editors.flatMap((person) => contributorOf(person, 'editor')),
  ];
}

function identifiers(source: XmlElement | undefined, header: XmlElement | undefined): XmlElement[] {
  const own = [
    ...childrenNamed(source, 'idno'),
    ...childrenNamed(childNamed(source, 'analytic'), 'idno'),
    ...childrenNamed(childNamed(source, 'monogr'), 'idno'),
    ...childrenNamed(childNamed(childNamed(header, 'fileDesc'), 'publicationStmt'), 'idno'),
  ];
  return own.map((id) =>
    element('article-id', { 'pub-id-type': (id.attributes.type ?? '').toLowerCase() }, [
      plainText(id).replace(/(?<=\d)\[[^\]]*\]$/, ''),
    ]),
  );
}

function dates(file: XmlElement | undefined, monograph: XmlElement | undefined): XmlElement[] {
  const places = [
    ...childrenNamed(childNamed(monograph, 'imprint'), 'date'),
    ...childrenNamed(childNamed(file, 'publicationStmt'), 'date'),
  ];
  const when = places.map((date) => attribute(date, 'when') ?? plainText(date)).find((text) => /\d{4}/.test(text));
  if (when === undefined) return [];
  const year = /\d{4}/.exec(when)?.[0] ?? '';
  return [element('pub-date', { 'pub-type': 'pub', 'iso-8601-date': when }, [element('year', {}, [year])])];
}

function licence(file: XmlElement | undefined): XmlElement[] {
  const availability = childNamed(childNamed(file, 'publicationStmt'), 'availability');
  const licences = childrenNamed(availability, 'licence');
  const target = licences.map((element_) => attribute(element_, 'target')).find((text) => text !== undefined);
  const text = plainText(licences[0] ?? availability);
  if (target === undefined && text === '') return [];
  const attributes: Record<string, string> = target === undefined ? {} : { 'xlink:href': target };
  return [element('permissions', {}, [element('license', attributes, [text])])];
}

function abstracts(header: XmlElement | undefined, text: XmlElement | undefined, read: TeiReaders): XmlElement[] {
  const inHeader = descendantsNamed(header, 'abstract');
  const inFront = descendantsNamed(childNamed(text, 'front'), 'div').filter(
    ({ attributes }) => attributes.type === 'abstract',
  );
  return [...inHeader, ...inFront].map((source) => {
    const head = childNamed(source, 'head');
    const content = source.children.filter((child) => child !== head);
    const language = attribute(source, 'xml:lang');
    return element('abstract', language === undefined ? {} : { 'xml:lang': language }, read.blocks(content, read));
  });
}

function keywords(header: XmlElement | undefined): XmlElement[] {
  return descendantsNamed(header, 'keywords').map((group) => {
    const terms = descendantsNamed(group, 'term', 'item').filter((term) => childElements(term).length === 0);
    const texts = terms.length > 0 ? terms.map(plainText) : plainText(group).split(/\s*[;,]\s*/);
    return element(
      'kwd-group',
      {},
      texts.filter((text) => text !== '').map((text) => element('kwd', {}, [text])),
    );
  });
}
