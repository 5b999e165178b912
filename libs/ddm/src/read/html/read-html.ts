import { DdmError } from '../../ddm-error.ts';
import type { DraftDocument } from '../../document/draft.ts';
import { Findings } from '../jats/findings.ts';
import { readArticle } from '../jats/read-jats.ts';
import { completeReference } from '../references/complete-reference.ts';
import { element } from '../xml/element.ts';
import { attribute, collapse, plainText, rawText, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { readHtmlBlocks } from './blocks.ts';
import type { HtmlContext } from './context.ts';
import { decodeHtml } from './decode-html.ts';
import { findFront, frontNotes, readFront } from './front.ts';
import { type LeftOut, paperPart, withoutFurniture } from './furniture.ts';
import { withHiddenByRules } from './hidden.ts';
import { withHiddenParts } from './hidden-parts.ts';
import { readHtmlInlines } from './inlines.ts';
import { MetaTags } from './meta-tags.ts';
import { gatheredNotes } from './notes.ts';
import { parseHtml } from './parse-html.ts';
import { isReferenceHeading, readEntries, referenceLists, referenceOf } from './references.ts';
import { readHtmlSections } from './sections.ts';
import { without } from './selectors.ts';
import { unnestHeadings } from './unnest-headings.ts';

/** The largest page that is read, in bytes; pages that hold their pictures inside have some MB. */
const largest = 32 * 1024 * 1024;

/**
 * Reads a paper from a web page: what LaTeXML makes of LaTeX (ar5iv), and pages with the usual elements and meta tags.
 * Scripts, forms and navigation are left out and counted; text that the page hides is flagged. The page is brought into
 * the form of a JATS article and read as one.
 * @throws DdmError `ddm/too-large`, `ddm/unsupported-encoding`, `ddm/malformed-text`, `ddm/too-deep`,
 * `ddm/too-many-elements`, `ddm/not-html` for a page without text
 */
export function readHtml(bytes: Uint8Array): DraftDocument {
  const root = withHiddenParts(withHiddenByRules(unnestHeadings(parseHtml(decodeHtml(bytes, largest)))));
  const leftOut: LeftOut = new Map();
  const whole = withoutFurniture(root, leftOut);
  const paper = paperPart(whole);
  if (collapse(rawText(paper)) === '') throw new DdmError('ddm/not-html', 'The page has no text outside its scripts.');
  count(leftOut, 'text around the article', bodyText(whole) - collapse(rawText(paper)).length);
  const front = findFront(paper);
  const lists = referenceLists(paper);
  const entries = readEntries(lists);
  const notes = gatheredNotes(paper);
  const context: HtmlContext = {
    entries: new Map(entries.flatMap(({ id, anchors }) => anchors.map((anchor): [string, string] => [anchor, id]))),
    hidden: false,
    notes: new Map(notes.map((note) => [note.attributes.id ?? '', note])),
    alternatives: { characters: 0 },
    readers: { blocks: readHtmlBlocks, inlines: readHtmlInlines },
  };
  const tags = new MetaTags(root);
  const apart = new Set([front.title, front.abstract, front.keywords, ...front.authors, ...lists, ...notes]);
  const body = readHtmlSections(
    without(paper, (inner) => apart.has(inner)),
    context,
  );
  const language = attribute(root, 'lang') ?? tags.first('citation_language', 'dc.language');
  const article = element('article', language === undefined ? {} : { 'xml:lang': language }, [
    readFront(root, front, tags, context),
    element('body', {}, withoutEmptySections(body)),
    element('back', {}, [
      element('fn-group', {}, [...frontNotes(front, context), ...notes.map((note) => noteOf(note, context))]),
      element(
        'ref-list',
        {},
        entries.map((entry) => referenceOf(entry, context)),
      ),
    ]),
  ]);
  const draft = readArticle(article, 'html');
  if (tags.authors().length > 0) count(leftOut, 'authors as the page shows them', shown(front.authors));
  else count(leftOut, 'addresses and notes of authors', shown(front.authors) - told(draft.contributors));
  count(leftOut, 'alternative texts', context.alternatives.characters);
  const generator = tags.first('generator') ?? '';
  const laidOut = /pdf2html|pdftohtml/i.test(generator) ? [laidOutFinding(generator)] : [];
  return {
    ...draft,
    references: draft.references.map(completeReference),
    findings: [...draft.findings, ...laidOut, ...leftOutFindings(leftOut)],
  };
}

/** A PDF in the clothes of a page has lines and no paragraphs. */
function laidOutFinding(generator: string): DraftDocument['findings'][number] {
  return {
    code: 'ddm/laid-out-page',
    severity: 'warning',
    message: `The page is a PDF laid out as HTML (${generator}): each line was read as a paragraph. Give the PDF itself.`,
  };
}

function count(leftOut: LeftOut, kind: string, characters: number): void {
  if (characters > 0) leftOut.set(kind, (leftOut.get(kind) ?? 0) + characters);
}

function leftOutFindings(leftOut: LeftOut): DraftDocument['findings'] {
  const findings = new Findings();
  for (const [kind, characters] of leftOut) findings.dropped(kind, characters);
  return findings.list();
}

function bodyText(root: XmlElement): number {
  const body = root.children.find((child) => typeof child !== 'string' && child.name === 'body');
  return collapse(rawText(body)).length;
}

function shown(elements: readonly XmlElement[]): number {
  return elements.reduce((sum, inner) => sum + plainText(inner).length, 0);
}

/** The characters of a page that contributors were made of. */
function told(contributors: DraftDocument['contributors']): number {
  return contributors.reduce((sum, { name, orcid = '', email = '', affiliations }) => {
    return sum + [name, orcid, email, ...affiliations].filter((text) => text !== '').join(' ').length + 1;
  }, 0);
}

function noteOf(note: XmlElement, context: HtmlContext): XmlElement {
  return element('fn', { id: note.attributes.id ?? '' }, readHtmlBlocks(note.children, context));
}

/** The heading above a list of references, and sections of which only a heading is left because the rest is told elsewhere. */
function withoutEmptySections(nodes: readonly XmlNode[]): XmlNode[] {
  return nodes.flatMap((node): XmlNode[] => {
    if (typeof node === 'string' || node.name !== 'sec') return [node];
    const inner = { ...node, children: withoutEmptySections(node.children) };
    const [title, ...rest] = inner.children.filter((child) => typeof child !== 'string' && child.name !== 'label');
    const isEmpty = !rest.some(
      (child) => plainText(child) !== '' || (typeof child !== 'string' && child.name === 'fig'),
    );
    return isEmpty && isReferenceHeading(plainText(title)) ? [] : [inner];
  });
}
