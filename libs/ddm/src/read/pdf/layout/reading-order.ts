import type { Rect } from '../engine/matrix.ts';
import type { Fragment } from '../lines/fragment.ts';
import { findGutter, type Gutter } from './gutters.ts';

/** What is laid out: text, and areas that hold their own (figures, tables). */
export type Area = Rect & { kind: 'figure' | 'table' };

/** A stretch of one column, top to bottom. Stretches come in reading order. */
export type Stretch = { x0: number; x1: number; fragments: Fragment[]; areas: Area[] };

/** `hint`: a gap that other pages have. `isFirst`: the page has the head of the paper. */
export type ReadingHints = { hint?: Gutter | undefined; isFirst?: boolean };

const maxDepth = 3;
/** Points that a line may reach over the edge of the gap without crossing it. */
const overhang = 2;

/**
 * Cuts an area of a page into stretches in reading order. What crosses the gap between two columns parts the page into
 * bands; in each band the left column is read before the right one.
 */
export function readingOrder(
  fragments: readonly Fragment[],
  areas: readonly Area[],
  bounds: { x0: number; x1: number },
  { hint, isFirst = false }: ReadingHints = {},
  depth = 0,
): Stretch[] {
  if (fragments.length + areas.length === 0) return [];
  const gutter = depth < maxDepth ? findGutter(fragments, { ...bounds, ...(hint ? { hint } : {}) }) : undefined;
  if (!gutter) return [{ ...bounds, fragments: [...fragments], areas: [...areas] }];
  const stretches: Stretch[] = [];
  for (const band of bandsOf(fragments, areas, gutter, isFirst)) {
    if (band.spanning) {
      stretches.push({ ...bounds, fragments: band.fragments, areas: band.areas });
      continue;
    }
    const isLeft = (item: { x0: number; x1: number }): boolean => (item.x0 + item.x1) / 2 < (gutter.x0 + gutter.x1) / 2;
    for (const side of [isLeft, (item: { x0: number; x1: number }) => !isLeft(item)]) {
      const inner = side === isLeft ? { x0: bounds.x0, x1: gutter.x0 } : { x0: gutter.x1, x1: bounds.x1 };
      stretches.push(...readingOrder(band.fragments.filter(side), band.areas.filter(side), inner, {}, depth + 1));
    }
  }
  return stretches;
}

type Band = { spanning: boolean; fragments: Fragment[]; areas: Area[] };
type Item = { y0: number; y1: number; spanning: boolean; fragment?: Fragment; area?: Area };

/** Items from top to bottom in bands that cross the gap and bands that do not. */
function bandsOf(fragments: readonly Fragment[], areas: readonly Area[], gutter: Gutter, isFirst: boolean): Band[] {
  const crosses = ({ x0, x1 }: { x0: number; x1: number }): boolean =>
    x0 < gutter.x0 - overhang && x1 > gutter.x1 + overhang;
  const items: Item[] = [
    ...fragments.map((fragment) => ({
      y0: fragment.baseline - fragment.size,
      y1: fragment.baseline,
      spanning: crosses(fragment),
      fragment,
    })),
    ...areas.map((area) => ({ y0: area.y0, y1: area.y1, spanning: crosses(area), area })),
  ].toSorted((a, b) => a.y1 - b.y1);
  absorb(items);
  absorbLastLines(items);
  if (isFirst) absorbHead(items, gutter);
  const bands: Band[] = [];
  for (const item of items) {
    let band = bands.at(-1);
    if (!band || band.spanning !== item.spanning) {
      bands.push((band = { spanning: item.spanning, fragments: [], areas: [] }));
    }
    if (item.fragment) band.fragments.push(item.fragment);
    if (item.area) band.areas.push(item.area);
  }
  return bands;
}

/** What stands on the height of a line that crosses the gap belongs to that line. */
function absorb(items: Item[]): void {
  const spans = items.filter(({ spanning }) => spanning);
  for (const item of items) {
    if (item.spanning || !item.fragment) continue;
    const { y1 } = item;
    item.spanning = spans.some((span) => span.fragment && Math.abs(span.y1 - y1) < 0.25 * (span.y1 - span.y0));
  }
}

/** The short last line of a paragraph that crosses the gap stands right below it, with nothing beside it. */
function absorbLastLines(items: Item[]): void {
  for (const item of items) {
    const { fragment } = item;
    if (item.spanning || !fragment) continue;
    const above = items.findLast((other) => other.spanning && other.fragment && other.y1 < item.y1 - 1)?.fragment;
    if (!above || Math.abs(above.size - fragment.size) > 0.1 || Math.abs(above.x0 - fragment.x0) > 2) continue;
    const gap = fragment.baseline - above.baseline;
    const isAlone = items.every(
      (other) =>
        other === item ||
        other.spanning ||
        other.y1 < item.y1 - 1.5 * fragment.size ||
        other.y1 > item.y1 + 1.5 * fragment.size,
    );
    if (gap < 1.45 * fragment.size && isAlone) item.spanning = true;
  }
}

/** Parts of rows under the title that hold several authors side by side: centred, above the first gap both columns share. */
const headRows = 30;

function absorbHead(items: Item[], gutter: Gutter): void {
  const texts = items.filter(({ fragment }) => fragment);
  const first = texts.findIndex(({ spanning }) => !spanning);
  if (first < 1) return;
  const startsOf = (side: Item[]): number => commonest(side.map(({ fragment }) => fragment?.x0 ?? 0));
  const below = texts.filter(({ spanning }) => !spanning);
  const edges = [
    startsOf(below.filter(({ fragment }) => (fragment?.x1 ?? 0) < gutter.x1)),
    startsOf(below.filter(({ fragment }) => (fragment?.x0 ?? 0) > gutter.x0)),
  ];
  const head: Item[] = [];
  let atEdge = 0;
  let bottom = texts[first - 1]?.y1 ?? 0;
  for (const item of texts.slice(first)) {
    const { x0 = 0, size = 10 } = item.fragment ?? {};
    if (item.y0 - bottom > 1.1 * size && head.length > 0) break;
    bottom = Math.max(bottom, item.y1);
    if (item.spanning) continue;
    if (head.length >= headRows) return;
    if (edges.some((edge) => Math.abs(x0 - edge) < 2)) atEdge++;
    head.push(item);
  }
  if (atEdge > 0.35 * head.length) return;
  for (const item of head) item.spanning = true;
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}
