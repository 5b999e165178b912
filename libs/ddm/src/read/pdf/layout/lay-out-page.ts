import type { Fragment } from '../lines/fragment.ts';
import { attachDropCaps } from '../lines/drop-caps.ts';
import { findLines } from '../lines/find-lines.ts';
import type { Line } from '../lines/line.ts';
import type { TextPage } from '../lines/text-page.ts';
import type { BodyStyle } from './body-style.ts';
import { findFigureRegions } from './figure-regions.ts';
import { findGutter, type Gutter } from './gutters.ts';
import { type Area, readingOrder } from './reading-order.ts';
import { isInside, overlaps } from './regions.ts';
import { inTaggedOrder } from './tagged-order.ts';
import { findTableRegions } from './table-regions.ts';

/** A column or a part of one: lines from top to bottom between two edges. */
export type Column = { page: number; x0: number; x1: number; lines: Line[]; areas: PageArea[] };

/** A figure or a table with the lines in it. */
export type PageArea = Area & { page: number; lines: Line[] };

export type PageLayout = { page: TextPage; columns: Column[]; margin: Line[] };

/** Columns of a page in reading order. `taken` are fragments that are not part of the text. */
export function layOutPage(page: TextPage, taken: ReadonlySet<Fragment>, body: BodyStyle, hint?: Gutter): PageLayout {
  const fragments = page.fragments.filter((fragment) => !taken.has(fragment));
  const tables = findTableRegions(page);
  const figures = findFigureRegions(page, fragments, body).filter(
    (rect) => !tables.some((table) => overlaps(table, rect)),
  );
  const areas: PageArea[] = [
    ...tables.map((rect) => ({ ...rect, kind: 'table' as const, page: page.number, lines: [] })),
    ...figures.map((rect) => ({ ...rect, kind: 'figure' as const, page: page.number, lines: [] })),
  ];
  const free: Fragment[] = [];
  const held = new Map<PageArea, Fragment[]>();
  for (const fragment of fragments) {
    const area = areas.find((candidate) => isInside(fragment, candidate, candidate.kind === 'table' ? 1 : 0));
    if (area) held.set(area, [...(held.get(area) ?? []), fragment]);
    else free.push(fragment);
  }
  for (const [area, inside] of held) area.lines = findLines(page.number, inside);
  const filled = areas.filter((area) => area.kind === 'figure' || area.lines.length > 0);
  const sidebar = findSidebar(page, free, body);
  const text = free.filter((fragment) => !sidebar.has(fragment));
  const stretches = inTaggedOrder(
    readingOrder(text, filled, edgesOf(text, page), { hint, isFirst: page.number === 1 }),
  );
  return {
    page,
    columns: stretches.map(({ x0, x1, fragments: inside, areas: within }) => ({
      page: page.number,
      x0,
      x1,
      lines: findLines(page.number, attachDropCaps(inside)),
      areas: filled.filter((area) => within.includes(area)),
    })),
    margin: findLines(page.number, [...sidebar]),
  };
}

/** The gap between two columns of a page, as far as its text alone tells. */
export function gutterOf(page: TextPage, taken: ReadonlySet<Fragment>): Gutter | undefined {
  const fragments = page.fragments.filter((fragment) => !taken.has(fragment));
  return findGutter(fragments, edgesOf(fragments, page));
}

function edgesOf(fragments: readonly Fragment[], page: TextPage): { x0: number; x1: number } {
  return {
    x0: Math.max(0, Math.min(...fragments.map(({ x0 }) => x0), page.width)),
    x1: Math.min(page.width, Math.max(...fragments.map(({ x1 }) => x1), 0)),
  };
}

/** Share of the page that a column beside the text takes at most. */
const sidebarWidth = 0.3;

/** Small print in a narrow column beside the text of the first page: dates, links, the licence. */
function findSidebar(page: TextPage, fragments: readonly Fragment[], body: BodyStyle): Set<Fragment> {
  const edges = edgesOf(fragments, page);
  const gutter = findGutter(fragments, { ...edges, sidebar: true });
  if (!gutter) return new Set();
  const left = fragments.filter(({ x1 }) => x1 <= gutter.x0 + 1);
  const right = fragments.filter(({ x0 }) => x0 >= gutter.x1 - 1);
  const leftWidth = gutter.x0 - edges.x0;
  const rightWidth = edges.x1 - gutter.x1;
  const narrow = leftWidth < rightWidth ? left : right;
  const isNarrow =
    Math.min(leftWidth, rightWidth) < sidebarWidth * page.width &&
    1.6 * Math.min(leftWidth, rightWidth) < Math.max(leftWidth, rightWidth);
  // Beyond the first page only small print is set there.
  const small = narrow.filter(({ size }) => size < 0.92 * body.size).length;
  return new Set(isNarrow && (page.number === 1 || small > 0.8 * narrow.length) ? narrow : []);
}
