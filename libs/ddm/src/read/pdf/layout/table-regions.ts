import type { Rect } from '../engine/matrix.ts';
import { captionLabel } from '../blocks/caption-label.ts';
import { type Fragment, textOf } from '../lines/fragment.ts';
import type { TextPage } from '../lines/text-page.ts';
import { isInside, unionOf, widthOf } from './regions.ts';

/** Points by which the ends of the rules of one table may differ. */
const drift = 4;
const minWidth = 60;
/** Share of the width of a table that only running text fills without a gap. */
const proseWidth = 0.8;
/** Gaps that must be equal for words to be those of a line that is spread to the width. */
const fewestGaps = 3;

/** Where rules of one width stand above and below rows of cells. */
export function findTableRegions(page: TextPage): Rect[] {
  const rules = page.graphics
    .filter(({ rule, x0, x1 }) => rule === 'horizontal' && x1 - x0 >= minWidth)
    .toSorted((a, b) => a.y0 - b.y0);
  const tables: Rect[] = [];
  const used = new Set<Rect>();
  for (const [i, top] of rules.entries()) {
    if (used.has(top)) continue;
    let region: Rect | undefined;
    let last: Rect = top;
    for (const rule of rules.slice(i + 1)) {
      if (Math.abs(rule.x0 - top.x0) > drift || Math.abs(rule.x1 - top.x1) > drift) continue;
      const between: Rect = { x0: top.x0, y0: last.y1, x1: top.x1, y1: rule.y0 };
      if (rule.y0 - last.y1 > 2 && !holdsCells(between, page)) break;
      region = unionOf(region ?? top, rule);
      used.add(rule);
      last = rule;
    }
    if (region && region.y1 - region.y0 > 12 && !holdsCode(region, page)) {
      tables.push(withRowsBelow(withUprights(region, page), page));
    }
  }
  return tables;
}

/** Rules between the columns reach as high and as low as the table does. */
function withUprights(region: Rect, page: TextPage): Rect {
  const uprights = page.graphics.filter(
    ({ rule, x0, x1, y0, y1 }) =>
      rule === 'vertical' && x0 > region.x0 - drift && x1 < region.x1 + drift && y0 < region.y1 && y1 > region.y0,
  );
  return uprights.reduce(
    (held, { y0, y1 }) => ({ ...held, y0: Math.min(held.y0, y0), y1: Math.max(held.y1, y1) }),
    region,
  );
}

/** A table that has rules around its head only, or that goes on overleaf: the rows that stand in its columns belong to it. */
function withRowsBelow(region: Rect, page: TextPage): Rect {
  const head = rowsOf(page.fragments.filter((fragment) => isInside(fragment, region, 1)));
  const columns = Math.max(0, ...head.map((row) => row.length));
  if (head.length > 2 || columns < 2) return region;
  const starts = head.flatMap((row) => row.map(({ x0 }) => x0));
  const below = page.fragments.filter(
    ({ x0, x1, baseline }) => baseline > region.y1 && x0 > region.x0 - drift && x1 < region.x1 + drift,
  );
  let { y1 } = region;
  let last: number | undefined;
  for (const row of rowsOf(below)) {
    const { baseline, size } = row[0] as Fragment;
    const isProse = row.some(({ x0, x1 }) => x1 - x0 > proseWidth * widthOf(region));
    const aligned = row.filter(({ x0 }) => starts.some((start) => Math.abs(start - x0) < drift)).length;
    // A row that fills its columns may keep some distance; what follows it closely is the rest of it.
    const farthest = aligned >= 2 ? 2.8 * size : 1.8 * size;
    if (isProse || (row.length < 2 && aligned === 0) || baseline - (last ?? y1 + size) > farthest) break;
    last = baseline;
    y1 = baseline + 0.3 * size;
  }
  return { ...region, y1 };
}

/** Rules above and below a listing make no table of it. */
function holdsCode(region: Rect, page: TextPage): boolean {
  const inside = page.fragments.filter((fragment) => isInside(fragment, region, 1));
  const count = (fragments: readonly Fragment[]): number => fragments.reduce((sum, { length }) => sum + length, 0);
  return count(inside.filter(({ font }) => font.mono)) > 0.7 * count(inside);
}

/** Whether the text between two rules stands in columns: its lines are short of the width, or parted by gaps. */
function holdsCells(rect: Rect, page: TextPage): boolean {
  const inside = page.fragments.filter((fragment) => isInside(fragment, rect, 2));
  if (inside.length === 0) return false;
  const rows = rowsOf(inside);
  if (rows.some((row) => captionLabel(row.map(({ pieces }) => textOf(pieces)).join(' '))?.ended)) return false;
  const prose = rows.filter((row) => isProseRow(row, rect));
  const celled = rows.filter((row) => row.length >= 2);
  return prose.length <= 0.4 * rows.length && (celled.length >= 0.4 * rows.length || rows.length <= 2);
}

/** Running text fills the width; where few words are spread to do so, all stand equally far apart. */
function isProseRow(row: readonly Fragment[], rect: Rect): boolean {
  if (row.some(({ x0, x1 }) => x1 - x0 > proseWidth * widthOf(rect))) return true;
  const sorted = row.toSorted((a, b) => a.x0 - b.x0);
  const gaps = sorted.slice(1).map(({ x0 }, i) => x0 - (sorted[i]?.x1 ?? 0));
  const isFull = (sorted.at(-1)?.x1 ?? 0) - (sorted[0]?.x0 ?? 0) > 0.95 * widthOf(rect);
  return isFull && gaps.length >= fewestGaps && Math.max(...gaps) < 1.08 * Math.min(...gaps);
}

function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  const rows: Fragment[][] = [];
  for (const fragment of fragments.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row?.[0] && fragment.baseline - row[0].baseline < 0.4 * fragment.size) row.push(fragment);
    else rows.push([fragment]);
  }
  return rows;
}
