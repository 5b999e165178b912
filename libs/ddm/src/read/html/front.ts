import { hasCheckDigit } from '../jats/front/orcid.ts';
import { splitName } from '../pdf/front/person-names.ts';
import { element } from '../xml/element.ts';
import {
  childElements,
  collapse,
  isElement,
  descendantsNamed,
  plainText,
  type XmlElement,
  type XmlNode,
} from '../xml/tree.ts';
import type { HtmlContext } from './context.ts';
import { readHtmlBlocks } from './blocks.ts';
import { readHtmlInlines } from './inlines.ts';
import type { MetaTags } from './meta-tags.ts';
import { find, findAll, hasClass, without } from './selectors.ts';

/** The parts of a page that tell of the paper, to be read apart from its text. */
export type PageFront = { title?: XmlElement; authors: XmlElement[]; abstract?: XmlElement; keywords?: XmlElement };

export function findFront(paper: XmlElement): PageFront {
  const title =
    find(paper, (inner) => hasClass(inner, 'ltx_title_document')) ?? find(paper, ({ name }) => name === 'h1');
  const authors = findAll(paper, (inner) => hasClass(inner, 'ltx_authors', 'authors', 'author-list', 'contributors'));
  const abstract = find(
    paper,
    (inner) =>
      /^(?:div|section|blockquote)$/.test(inner.name) &&
      (inner.attributes.role === 'doc-abstract' ||
        /^abstract$/i.test(inner.attributes.id ?? '') ||
        hasClass(inner, 'ltx_abstract', 'abstract', 'Abstract')),
  );
  const keywords = find(paper, (inner) => hasClass(inner, 'ltx_keywords', 'keywords', 'kwd-group'));
  return { ...(title ? { title } : {}), authors, ...(abstract ? { abstract } : {}), ...(keywords ? { keywords } : {}) };
}

/** What a page and its meta tags say of the paper, as the front of an article. */
export function readFront(root: XmlElement, front: PageFront, tags: MetaTags, context: HtmlContext): XmlElement {
  const meta = element('article-meta', {}, [
    ...identifiers(root, tags),
    element('title-group', {}, [element('article-title', {}, titleOf(root, front, tags, context))]),
    element('contrib-group', {}, contributors(front, tags)),
    ...date(tags),
    ...licence(root, tags),
    ...abstractOf(front, tags, context),
    element(
      'kwd-group',
      {},
      keywordsOf(front, tags).map((keyword) => element('kwd', {}, [keyword])),
    ),
  ]);
  const venue = tags.first(
    'citation_journal_title',
    'citation_conference_title',
    'citation_inbook_title',
    'prism.publicationname',
    'dc.source',
  );
  return element('front', {}, [
    element('journal-meta', {}, venue === undefined ? [] : [element('journal-title', {}, [venue])]),
    meta,
  ]);
}

/** The notes on the title and on the authors, which belong to the paper as a whole. */
export function frontNotes({ title, authors }: PageFront, context: HtmlContext): XmlElement[] {
  const notes = [title, ...authors].flatMap((part) => (part ? findAll(part, isNote) : []));
  return readHtmlInlines(notes, context).filter((node): node is XmlElement => isElement(node) && node.name === 'fn');
}

function isNote(inner: XmlElement): boolean {
  return hasClass(inner, 'ltx_note');
}

function titleOf(root: XmlElement, { title }: PageFront, tags: MetaTags, context: HtmlContext): XmlNode[] {
  if (title && plainText(title) !== '') return readHtmlInlines(without(title, isNote).children, context);
  const told = tags.first('citation_title', 'dc.title', 'og:title') ?? plainText(descendantsNamed(root, 'title')[0]);
  return [told];
}

function identifiers(root: XmlElement, tags: MetaTags): XmlElement[] {
  const canonical = descendantsNamed(root, 'link').find(({ attributes }) => attributes.rel === 'canonical')?.attributes
    .href;
  const ids: [string, string | undefined][] = [
    [
      'doi',
      tags
        .all('citation_doi', 'dc.identifier', 'prism.doi', 'bepress_citation_doi')
        .find((text) => /10\.\d{4,9}\//.test(text)),
    ],
    ['arxiv', tags.first('citation_arxiv_id') ?? arxivIn(canonical)],
    ['pmid', tags.first('citation_pmid')],
  ];
  const url = [tags.first('citation_abstract_html_url', 'citation_fulltext_html_url'), canonical].find((text) =>
    /^https?:\/\//.test(text ?? ''),
  );
  return [
    ...ids.flatMap(([type, value]) =>
      value === undefined ? [] : [element('article-id', { 'pub-id-type': type }, [value])],
    ),
    ...(url === undefined ? [] : [element('self-uri', { 'xlink:href': url }, [url])]),
  ];
}

function arxivIn(address: string | undefined): string | undefined {
  return /\bar(?:x|5)iv\.[a-z.]+\/(?:abs|html|pdf)\/(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+\/\d{7})/.exec(address ?? '')?.[1];
}

function contributors({ authors }: PageFront, tags: MetaTags): XmlElement[] {
  const told = tags.authors();
  if (told.length > 0) {
    return told.map(({ name, institutions, email, orcid }) => contributor(name, institutions, email, orcid));
  }
  const creators = authors.flatMap((list) => findAll(list, (inner) => hasClass(inner, 'ltx_creator')));
  if (creators.length > 0) return creators.map(creator).filter(({ children }) => children.length > 0);
  const people = authors.flatMap((list) =>
    findAll(
      list,
      (inner) => hasClass(inner, 'author', 'author-name', 'contrib', 'name') || inner.attributes.itemprop === 'author',
    ),
  );
  return people
    .map((person) => contributor(nameText(person), [], undefined, undefined))
    .filter(({ children }) => children.length > 0);
}

/** An author of LaTeXML: the name, and contacts by their role. */
function creator(source: XmlElement): XmlElement {
  const contact = (role: string): string[] =>
    findAll(source, (inner) => hasClass(inner, `ltx_role_${role}`))
      .map((inner) => plainText(inner))
      .filter((text) => text !== '');
  const person = find(source, (inner) => hasClass(inner, 'ltx_personname'));
  return contributor(
    person ? nameText(person) : '',
    contact('affiliation').concat(contact('institutetext')),
    contact('email')[0],
    contact('orcid')[0],
  );
}

function nameText(source: XmlElement): string {
  const bare = without(
    source,
    (inner) =>
      (/^(?:sup|br|a)$/.test(inner.name) && !/\p{L}{2}/u.test(plainText(inner))) || hasClass(inner, 'ltx_note'),
  );
  return collapse(plainText(bare)).replace(/[\s,;*†‡&]+$|\s*\band\s*$/g, '');
}

function contributor(name: string, institutions: readonly string[], email?: string, orcid?: string): XmlElement {
  if (name === '') return element('contrib');
  const [family, given] = name.split(/,\s*/, 2);
  const parts = given !== undefined && family !== undefined ? { family, given } : splitName(name);
  const digits = /(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/i.exec(orcid ?? '')?.[1]?.toUpperCase();
  return element('contrib', { 'contrib-type': 'author' }, [
    ...(digits !== undefined && hasCheckDigit(digits)
      ? [element('contrib-id', { 'contrib-id-type': 'orcid' }, [digits])]
      : []),
    parts.family === undefined
      ? element('string-name', {}, [name])
      : element('name', {}, [
          element('surname', {}, [parts.family]),
          ...(parts.given === undefined ? [] : [element('given-names', {}, [parts.given])]),
        ]),
    ...(email === undefined ? [] : [element('email', {}, [email])]),
    ...institutions.map((institution) => element('aff', {}, [institution])),
  ]);
}

function date(tags: MetaTags): XmlElement[] {
  const told = tags.first(
    'citation_publication_date',
    'citation_date',
    'citation_online_date',
    'citation_year',
    'dc.date',
    'dc.date.issued',
    'article:published_time',
  );
  const [, year, month, day] = /(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?/.exec(told ?? '') ?? [];
  if (year === undefined) return [];
  const part = (name: string, value: string | undefined): XmlElement[] =>
    value === undefined ? [] : [element(name, {}, [value])];
  return [
    element('pub-date', { 'pub-type': 'epub' }, [...part('day', day), ...part('month', month), ...part('year', year)]),
  ];
}

function licence(root: XmlElement, tags: MetaTags): XmlElement[] {
  const links = [...descendantsNamed(root, 'link'), ...descendantsNamed(root, 'a')];
  const link = links.find(({ attributes }) => attributes.rel?.split(/\s+/).includes('license'))?.attributes.href;
  const text = link ?? tags.first('dc.rights', 'dcterms.license', 'citation_license');
  if (text === undefined) return [];
  return [
    element('permissions', {}, [element('license', /^https?:/.test(text) ? { 'xlink:href': text } : {}, [text])]),
  ];
}

function abstractOf({ abstract }: PageFront, tags: MetaTags, context: HtmlContext): XmlElement[] {
  if (abstract) {
    const title = childElements(abstract).find((inner) => /^h[1-6]$/.test(inner.name));
    return [
      element(
        'abstract',
        {},
        readHtmlBlocks(
          abstract.children.filter((child) => child !== title),
          context,
        ),
      ),
    ];
  }
  const told = tags.first('citation_abstract', 'dc.description');
  return told === undefined ? [] : [element('abstract', {}, [element('p', {}, [told.replaceAll(/<[^<>]*>/g, ' ')])])];
}

function keywordsOf({ keywords }: PageFront, tags: MetaTags): string[] {
  const told = tags.all('citation_keywords', 'dc.subject', 'keywords').flatMap((text) => text.split(/\s*[;,]\s*/));
  const shown = keywords
    ? plainText(without(keywords, (inner) => /^h[1-6]$/.test(inner.name) || hasClass(inner, 'ltx_title')))
    : '';
  const list =
    told.length > 0 ? told : shown.replace(/^(?:key\s?words?|index terms)\s*[:.—-]*\s*/i, '').split(/\s*[;,·]\s*/);
  return list.map((keyword) => keyword.trim()).filter((keyword) => keyword !== '');
}
