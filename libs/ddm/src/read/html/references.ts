import { element } from '../xml/element.ts';
import { childElements, plainText, rawText, type XmlElement } from '../xml/tree.ts';
import type { HtmlContext } from './context.ts';
import { readHtmlInlines } from './inlines.ts';
import { find, findAll, hasClass, without } from './selectors.ts';

/** An entry of the reference list of a page, its number, and the anchors in it. */
export type HtmlEntry = { id: string; label?: string; source: XmlElement; anchors: string[] };

const listClass =
  /(?:^|[\s_-])(?:references?|ref-list|reflist|bibliography|biblist|ltx_biblist|citation-list|csl-bib-body|literature)(?:$|[\s_-])/i;
const heading =
  /^(?:\d+\.?\s*)?(?:references|bibliography|literature cited|works cited|reference list|references and notes)$/i;

/** The lists of references of a paper: those that say so, else the list under a heading that does. */
export function referenceLists(paper: XmlElement): XmlElement[] {
  const named = findAll(paper, (inner) => isList(inner) && entriesOf(inner).length > 0);
  if (named.length > 0) return named;
  const holder = [paper, ...findAll(paper, (inner) => childElements(inner).some(isHeading))].findLast(
    (inner) => entriesUnder(inner).length > 0,
  );
  return holder ? entriesUnder(holder) : [];
}

function isList({ name, attributes }: XmlElement): boolean {
  if (!/^(?:ol|ul|dl|div|section)$/.test(name)) return false;
  return (
    attributes.role === 'doc-bibliography' ||
    attributes.id === 'refs' ||
    listClass.test(`${attributes.class ?? ''} ${attributes.id ?? ''}`)
  );
}

function isHeading(inner: XmlElement): boolean {
  return /^h[1-6]$/.test(inner.name) && heading.test(plainText(inner));
}

/** The lists that stand behind the heading, up to the next one. */
function entriesUnder(holder: XmlElement): XmlElement[] {
  const children = childElements(holder);
  const at = children.findIndex(isHeading);
  const next = children.findIndex(({ name }, i) => i > at && /^h[1-6]$/.test(name));
  const under = children.slice(at + 1, next < 0 ? undefined : next);
  return under.flatMap((inner) =>
    /^[ou]l$/.test(inner.name) ? [inner] : findAll(inner, ({ name }) => /^[ou]l$/.test(name)),
  );
}

function entriesOf(list: XmlElement): XmlElement[] {
  const marked = findAll(
    list,
    (inner) =>
      hasClass(inner, 'ltx_bibitem', 'csl-entry') || /^doc-(?:biblioentry|endnote)$/.test(inner.attributes.role ?? ''),
  );
  if (marked.length > 0) return marked;
  const items = findAll(list, ({ name }) => name === 'li');
  if (items.length > 0) return items;
  // Entries that are paragraphs have anchors of their own.
  return findAll(
    list,
    ({ name, attributes }) => (name === 'p' || name === 'div' || name === 'dd') && attributes.id !== undefined,
  );
}

export function readEntries(lists: readonly XmlElement[]): HtmlEntry[] {
  return lists
    .flatMap((list) =>
      entriesOf(list).map((source, i): HtmlEntry => {
        const inside = [source, ...descendants(source)];
        const anchors = inside.flatMap(({ attributes }) => [attributes.id, attributes.name].flatMap((id) => id ?? []));
        const label =
          labelOf(source) ??
          (list.name === 'ol' && !/none/.test(list.attributes.style ?? '') ? String(i + 1) : undefined);
        return { id: anchors[0] ?? '', ...(label === undefined ? {} : { label }), source, anchors };
      }),
    )
    .map((entry, i) =>
      entry.id === '' ? { ...entry, id: `entry-${i + 1}` } : { ...entry, id: entry.id.replaceAll(/\s/g, '_') },
    );
}

function* descendants(parent: XmlElement): Generator<XmlElement> {
  for (const child of childElements(parent)) {
    yield child;
    yield* descendants(child);
  }
}

const labelClasses = ['ltx_tag_bibitem', 'csl-left-margin', 'label', 'ref-label', 'citation-number'];

function labelOf(source: XmlElement): string | undefined {
  const tag = find(source, (inner) => hasClass(inner, ...labelClasses));
  const printed = plainText(tag) || /^\s*\[(\d{1,4})\]/.exec(rawText(source))?.[1];
  return printed || undefined;
}

/** An entry without its number, as one of an article; its parts are apart by spaces. */
export function referenceOf({ id, label, source }: HtmlEntry, context: HtmlContext): XmlElement {
  const body = without(
    source,
    (inner) => hasClass(inner, ...labelClasses, 'ltx_bib_cited') || inner.attributes.role === 'doc-backlink',
  );
  const content = readHtmlInlines(body.children, context).map((node, i) =>
    typeof node === 'string' && i === 0 ? node.replace(/^\s*\[\d{1,4}\]\s*/, '') : node,
  );
  return element('ref', { id }, [
    ...(label === undefined ? [] : [element('label', {}, [label])]),
    element('mixed-citation', {}, content),
  ]);
}

/** Whether a heading only stands above entries that are read apart from the text. */
export function isReferenceHeading(text: string): boolean {
  return heading.test(text.trim());
}
