import type { Piece } from '../lines/fragment.ts';
import type { Line } from '../lines/line.ts';
import type { Bar, TableRules } from './table-rules.ts';

/** A cell before it has text: its pieces, and the columns it covers (half-open). */
export type GridCell = { pieces: Piece[]; from: number; to: number };
export type GridRow = { line: Line; cells: GridCell[] };
/** Left and right edge, in points of the page. */
export type Extent = { x0: number; x1: number };

/** Gap in shares of the size of the font that parts cells. Tables are not justified, so that words stand closer. */
const cellGap = 0.62;
/** Points by which a common head may be wider than the bar below it. */
const barSlack = 6;

const noRules = { uprights: [], bars: [] };

/** Puts the lines of a table into rows and columns. Cells that cover several columns are those that overlap them. */
export function tableGrid(
  lines: readonly Line[],
  rules: Pick<TableRules, 'uprights' | 'bars'> = noRules,
): { rows: GridRow[]; columns: Extent[] } {
  const rows = lines.map((line) => ({ line, parts: partsOf(line, rules.uprights) }));
  const columns = columnsOf(rows.map(({ parts }) => parts));
  return {
    columns,
    rows: rows.map(({ line, parts }, i) => {
      const bars = barsBelow(line, lines[i + 1], rules.bars);
      return { line, cells: parts.map((pieces) => cellOf(pieces, columns, bars)) };
    }),
  };
}

/** Bars that stand between a line and the next one. */
function barsBelow({ baseline }: Line, next: Line | undefined, bars: readonly Bar[]): Bar[] {
  return bars.filter(({ y }) => y > baseline && y < (next?.baseline ?? Infinity));
}

function partsOf(line: Line, uprights: readonly number[]): Piece[][] {
  const parts: Piece[][] = [];
  let last: Piece | undefined;
  for (const piece of line.pieces) {
    const [left, right] = [last ? (last.x0 + last.x1) / 2 : 0, (piece.x0 + piece.x1) / 2];
    const isParted = uprights.some((x) => x > left && x < right);
    if (last && !isParted && piece.x0 - last.x1 <= cellGap * Math.max(piece.size, last.size)) parts.at(-1)?.push(piece);
    else parts.push([piece]);
    last = piece;
  }
  return parts;
}

/** Columns are where the cells of the fullest rows stand; parts of other rows that lie beside them add columns. */
function columnsOf(rows: readonly Piece[][][]): Extent[] {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const usual = [...counts].reduce((best, next) => (next[0] * next[1] > best[0] * best[1] ? next : best), [1, 1])[0];
  let columns: Extent[] = [];
  for (const row of rows.filter(({ length }) => length === usual)) {
    columns = row.reduce((held, part) => joinColumn(held, extentOf(part)), columns);
  }
  for (const part of rows.flat()) {
    const own = extentOf(part);
    if (!columns.some((column) => overlap(column, own) > 0)) {
      columns = [...columns, own].toSorted((a, b) => a.x0 - b.x0);
    }
  }
  return columns;
}

function joinColumn(columns: readonly Extent[], part: Extent): Extent[] {
  const touching = columns.filter((column) => overlap(column, part) > 0);
  const joined = touching.reduce((a, b) => ({ x0: Math.min(a.x0, b.x0), x1: Math.max(a.x1, b.x1) }), part);
  return [...columns.filter((column) => !touching.includes(column)), joined].toSorted((a, b) => a.x0 - b.x0);
}

/** A cell covers the columns that it touches, or those that the bar below it spans. */
function cellOf(pieces: Piece[], columns: readonly Extent[], bars: readonly Bar[]): GridCell {
  const own = extentOf(pieces);
  const bar = bars.find(({ x0, x1 }) => x0 - barSlack < own.x0 && own.x1 < x1 + barSlack);
  const spanned = bar
    ? columns.flatMap((column, i) => (overlap(column, bar) > 0.4 * (column.x1 - column.x0) ? [i] : []))
    : [];
  const touched = spanned.length > 1 ? spanned : columns.flatMap((column, i) => (overlap(column, own) > 0 ? [i] : []));
  const from = touched[0] ?? 0;
  return { pieces, from, to: Math.max(from, touched.at(-1) ?? 0) + 1 };
}

export function extentOf(pieces: readonly Piece[]): Extent {
  return { x0: Math.min(...pieces.map(({ x0 }) => x0)), x1: Math.max(...pieces.map(({ x1 }) => x1)) };
}

function overlap(a: Extent, b: Extent): number {
  return Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
}
