import { element } from '../xml/element.ts';
import {
  childElements,
  childNamed,
  childrenNamed,
  descendantsNamed,
  isElement,
  plainText,
  type XmlElement,
  type XmlNode,
} from '../xml/tree.ts';
import { coordsOf, idOf } from './attributes.ts';
import { nameOf } from './people.ts';

/** All entries of the lists of references, in order. */
export function readTeiReferences(text: XmlElement): XmlElement[] {
  const lists = descendantsNamed(text, 'listBibl');
  const entries = lists.flatMap((list) =>
    childElements(list).filter(({ name }) => /^bibl(?:Struct|Full)?$/.test(name)),
  );
  return entries.map((entry) => {
    const label = entry.attributes.n;
    return element('ref', { ...idOf(entry), ...coordsOf(entry) }, [
      ...(label === undefined ? [] : [element('label', {}, [label])]),
      entry.name === 'bibl' ? element('mixed-citation', {}, readBibl(entry)) : structured(entry),
    ]);
  });
}

/** The entry as it was printed, where the file keeps it. */
export function rawReference(entry: XmlElement): string | undefined {
  const note = childrenNamed(entry, 'note').find(({ attributes }) => attributes.type === 'raw_reference');
  return plainText(note) || undefined;
}

/** A structured entry, in the elements of a citation without punctuation. */
function structured(entry: XmlElement): XmlElement {
  const analytic = childNamed(entry, 'analytic');
  const monograph = childNamed(entry, 'monogr');
  const titles = childrenNamed(analytic, 'title').filter((title) => plainText(title) !== '');
  const main = titles.find(({ attributes }) => attributes.level === 'a') ?? titles[0];
  const sources = childrenNamed(monograph, 'title').filter((title) => plainText(title) !== '');
  const source = sources.find(({ attributes }) => attributes.type === 'main') ?? sources[0];
  const authors = [...childrenNamed(analytic, 'author'), ...childrenNamed(monograph, 'author')].flatMap(nameOf);
  const editors = [...childrenNamed(analytic, 'editor'), ...childrenNamed(monograph, 'editor')].flatMap(nameOf);
  const known = new Set(['title', 'author', 'editor', 'imprint', 'idno', 'ptr', 'meeting', 'respStmt']);
  const others = [
    ...childElements(analytic),
    ...childElements(monograph),
    ...childElements(entry).filter(({ name, attributes }) => name === 'note' && attributes.type !== 'raw_reference'),
  ].filter(({ name }) => !known.has(name));
  // A book is called by its own title; so is what has neither volume nor pages.
  return element('element-citation', main ? {} : { 'publication-type': bookLike(monograph) }, [
    ...(authors.length > 0 ? [element('person-group', { 'person-group-type': 'author' }, authors)] : []),
    ...(main ? [element('article-title', {}, [plainText(main)])] : []),
    ...(editors.length > 0 ? [element('person-group', { 'person-group-type': 'editor' }, editors)] : []),
    ...(source ? [element('source', {}, [plainText(source)])] : []),
    ...childrenNamed(monograph, 'meeting').map((meeting) => element('conf-name', {}, [plainText(meeting)])),
    ...imprint(childNamed(monograph, 'imprint')),
    ...descendantsNamed(entry, 'idno').flatMap(identifier),
    ...descendantsNamed(entry, 'ptr', 'ref').flatMap(({ attributes: { target } }) =>
      target === undefined ? [] : [element('ext-link', { 'xlink:href': target }, [target])],
    ),
    ...others.filter((other) => plainText(other) !== '').map((other) => element('comment', {}, [plainText(other)])),
  ]);
}

function bookLike(monograph: XmlElement | undefined): string {
  const title = childNamed(monograph, 'title');
  return title?.attributes.level === 'j' ? 'journal' : 'book';
}

function imprint(source: XmlElement | undefined): XmlElement[] {
  return childElements(source).flatMap((child): XmlElement[] => {
    const text = plainText(child);
    switch (child.name) {
      case 'date': {
        const when = child.attributes.when ?? '';
        const year = /\d{4}/.exec(when)?.[0] ?? /\d{4}/.exec(text)?.[0];
        return year === undefined ? [] : [element('year', when === '' ? {} : { 'iso-8601-date': when }, [year])];
      }
      case 'biblScope':
        return scope(child, text);
      case 'publisher':
        return text === '' ? [] : [element('publisher-name', {}, [text])];
      case 'pubPlace':
        return text === '' ? [] : [element('publisher-loc', {}, [text])];
      default:
        return text === '' ? [] : [element('comment', {}, [text])];
    }
  });
}

function scope({ attributes }: XmlElement, text: string): XmlElement[] {
  const unit = attributes.unit ?? attributes.type ?? '';
  const { from, to } = attributes;
  if (unit.startsWith('vol')) return [element('volume', {}, [text])];
  if (/^issue|^number/.test(unit)) return [element('issue', {}, [text])];
  if (!unit.startsWith('p')) return text === '' ? [] : [element('comment', {}, [text])];
  if (from === undefined) return text === '' ? [] : [element('page-range', {}, [text])];
  return [element('fpage', {}, [from]), ...(to === undefined ? [] : [element('lpage', {}, [to])])];
}

function identifier(source: XmlElement): XmlElement[] {
  const type = (source.attributes.type ?? '').toLowerCase();
  const text = plainText(source);
  if (text === '') return [];
  if (type === 'arxiv') {
    const id = text.replace(/^arxiv:\s*/i, '').replace(/\[.*$/, '');
    return [element('ext-link', { 'xlink:href': `https://arxiv.org/abs/${id}` }, [`arXiv:${id}`])];
  }
  return [element('pub-id', { 'pub-id-type': type }, [text])];
}

const biblNames: Record<string, string> = {
  author: 'string-name',
  publisher: 'publisher-name',
  pubPlace: 'publisher-loc',
  date: 'year',
};

/** An entry that keeps its punctuation, with the parts that it marks up. */
export function readBibl(entry: XmlElement): XmlNode[] {
  return entry.children.flatMap((child): XmlNode[] => {
    if (!isElement(child)) return [child];
    const text = plainText(child);
    switch (child.name) {
      case 'title': {
        const isPart = child.attributes.level === 'a' || child.attributes.level === 'u';
        return [element(isPart ? 'article-title' : 'source', {}, [text])];
      }
      case 'author': {
        const names = nameOf(child);
        return names.length === 1 && childElements(child).length > 0 ? names : [element('string-name', {}, [text])];
      }
      case 'biblScope':
        return [element(scopeName(child), {}, [text])];
      case 'idno':
        return [element('pub-id', { 'pub-id-type': (child.attributes.type ?? '').toLowerCase() }, [text])];
      case 'ref':
      case 'ptr': {
        const target = child.attributes.target ?? '';
        return [element('ext-link', { 'xlink:href': target }, [text || target])];
      }
      default: {
        const name = biblNames[child.name];
        return name === undefined ? readBibl(child) : [element(name, {}, [text])];
      }
    }
  });
}

function scopeName({ attributes }: XmlElement): string {
  const unit = attributes.unit ?? attributes.type ?? '';
  return unit.startsWith('vol')
    ? 'volume'
    : /^issue|^number/.test(unit)
      ? 'issue'
      : unit.startsWith('p')
        ? 'page-range'
        : 'comment';
}
