import type { Box } from '@askg/contract';
import type { DraftBlock, DraftDocument } from '../../document/draft.ts';
import type { Flow, JatsContext } from '../jats/context.ts';
import { appendNode } from '../jats/text/inline.ts';
import { element } from '../xml/element.ts';
import { descendantsNamed, isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';

/** Width and height of each page, in the unit of the coordinates (PDF points in GROBID's files). */
export type PageSizes = ReadonlyMap<number, { width: number; height: number }>;

/** What stretches of text with coordinates are wrapped in on their way through the article reader. */
const wrapper = 'tei:box';

/** The page sizes that `facsimile/surface` gives, by page number. */
export function readPageSizes(root: XmlElement): PageSizes {
  const sizes = new Map<number, { width: number; height: number }>();
  for (const { attributes } of descendantsNamed(root, 'surface')) {
    const [left, top, right, bottom] = ['ulx', 'uly', 'lrx', 'lry'].map((name) => Number(attributes[name] ?? NaN));
    const [page, width, height] = [
      Number(attributes.n),
      (right ?? NaN) - (left ?? NaN),
      (bottom ?? NaN) - (top ?? NaN),
    ];
    if (Number.isInteger(page) && page > 0 && width > 0 && height > 0) sizes.set(page, { width, height });
  }
  return sizes;
}

/**
 * The boxes of a `coords` attribute: `page,x,y,width,height` with semicolons between, origin top left, as GROBID
 * documents them. Without the size of the page there is no box.
 */
export function boxesOf(coords: string | undefined, sizes: PageSizes): Box[] {
  return (coords ?? '').split(';').flatMap((part): Box[] => {
    const [page = 0, x = NaN, y = NaN, w = NaN, h = NaN] = part.split(',').map(Number);
    const size = sizes.get(page);
    if (!size || !(w > 0) || !(h > 0)) return [];
    const fraction = (value: number, whole: number): number =>
      Math.min(1, Math.max(0, Math.round((value / whole) * 1e5) / 1e5));
    const box = {
      page,
      x0: fraction(x, size.width),
      y0: fraction(y, size.height),
      x1: fraction(x + w, size.width),
      y1: fraction(y + h, size.height),
    };
    return box.x1 > box.x0 && box.y1 > box.y0 ? [box] : [];
  });
}

/** Nodes that stand at these coordinates. */
export function boxed(coords: string | undefined, children: readonly XmlNode[]): XmlNode[] {
  return coords === undefined ? [...children] : [element(wrapper, { coords }, children)];
}

/** Appends running text as the article reader does, with the boxes of what is wrapped. */
export function appendBoxed(sizes: PageSizes): (node: XmlNode, flow: Flow, context: JatsContext) => void {
  return (node, flow, context) => {
    if (!isElement(node) || node.name !== wrapper) {
      appendNode(node, flow, context);
      return;
    }
    const boxes = boxesOf(node.attributes.coords, sizes);
    for (const box of boxes) flow.text.open({ kind: 'box', box });
    context.appendChildren(node, flow);
    for (const _ of boxes) flow.text.close();
  };
}

/** Gives figures, tables, formulas and references the boxes of the elements that they were made of, which are in order. */
export function placeBoxes(draft: DraftDocument, article: XmlElement, sizes: PageSizes): void {
  const units = [...unitsOf(draft.blocks)];
  for (const [type, name] of [
    ['figure', 'fig'],
    ['table', 'table-wrap'],
    ['formula', 'disp-formula'],
  ] as const) {
    const blocks = units.filter((block) => block.type === type);
    const elements = descendantsNamed(article, name);
    if (blocks.length !== elements.length) continue;
    for (const [i, block] of blocks.entries()) {
      if ('boxes' in block) block.boxes = boxesOf(elements[i]?.attributes.coords, sizes);
    }
  }
  const entries = descendantsNamed(article, 'ref');
  for (const [i, reference] of draft.references.entries()) {
    reference.boxes = boxesOf(entries[i]?.attributes.coords, sizes);
  }
}

function* unitsOf(blocks: readonly DraftBlock[]): Generator<DraftBlock> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'section') yield* unitsOf(block.blocks);
  }
}
