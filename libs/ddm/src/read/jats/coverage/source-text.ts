import { words } from '../../xml/names.ts';
import { isElement, type XmlElement } from '../../xml/tree.ts';

/*
 * This walk shares no code with the reader, so that a fault of the reader shows. It knows only where running text goes
 * on (inline elements) and what a page does not print; everything else it takes to be text between boundaries.
 */

const inline = new Set(
  words(`
  italic bold sup sub sc underline overline strike monospace roman sans-serif named-content styled-content xref
  ext-link uri abbrev inline-formula tex-math target alternatives inline-graphic fixed-case ruby rb rt chem-struct
  milestone-start milestone-end
`),
);

/** Not on the page: identifiers, texts for screen readers, index entries, metadata of parts. */
const unprinted = new Set(
  words(`
  object-id institution-id contrib-id alt-text long-desc alt-title index-term kwd-group index-term-range-end
  subj-group sec-meta processing-meta custom-meta-group mml:mphantom mml:annotation mml:annotation-xml ref
`),
);

const boundary = '\u0000';

/** The texts between block boundaries of an element, with their white space, in order. */
export function sourceSegments(element: XmlElement): string[] {
  return textOf(element)
    .split(boundary)
    .filter((segment) => /[\p{L}\p{N}]/u.test(segment));
}

function textOf(element: XmlElement): string {
  if (unprinted.has(element.name)) return '';
  if (element.name === 'alternatives' || element.name === 'citation-alternatives') return textOfOne(element);
  if (element.name === 'p' && isImageText(element)) return '';
  if (element.name === 'tex-math') return texBody(childText(element));
  // The index of a root is printed before what stands under it.
  if (element.name === 'mml:mroot') return element.children.filter(isElement).toReversed().map(textOf).join('');
  if (element.name === 'ref-list') {
    const printed = element.children.filter((child) => isElement(child) && !['title', 'label'].includes(child.name));
    const onlyEntries = printed.every((child) => isElement(child) && ['ref', 'ref-list'].includes(child.name));
    if (onlyEntries) return printed.map((child) => (isElement(child) ? textOf(child) : '')).join('');
  }
  const text = childText(element);
  // An empty link shows its address, an empty marker its alternative text: what stands around is apart there.
  if (text === '' && ['xref', 'ext-link', 'uri'].includes(element.name)) return boundary;
  return inline.has(element.name) || element.name.startsWith('mml:') ? text : boundary + text + boundary;
}

/** What pandoc writes in the place of an image, which it has written as its caption too. */
function isImageText(element: XmlElement): boolean {
  const told = element.children.filter((child) => isElement(child) || /\S/.test(child));
  return told.length === 1 && told.every((child) => isElement(child) && child.attributes['content-type'] === 'image');
}

function childText(element: XmlElement): string {
  return element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('');
}

const ranks = [
  'table',
  'oasis:table',
  'mml:math',
  'tex-math',
  'textual-form',
  'array',
  'preformat',
  'code',
  'chem-struct',
];

/** Of several forms of one thing a reader shows one. */
function textOfOne(alternatives: XmlElement): string {
  const forms = alternatives.children.filter(isElement);
  const rank = ({ name }: XmlElement): number => (ranks.includes(name) ? ranks.indexOf(name) : ranks.length);
  const images = new Set(['graphic', 'inline-graphic', 'media']);
  const best = forms.filter(({ name }) => !images.has(name)).toSorted((a, b) => rank(a) - rank(b))[0] ?? forms[0];
  return best ? textOf(best) : '';
}

function texBody(tex: string): string {
  return /\\begin\{document\}([\s\S]*?)(?:\\end\{document\}|$)/.exec(tex)?.[1] ?? tex;
}
