import type { Piece } from '../lines/fragment.ts';
import type { Line } from '../lines/line.ts';

/** A cell before it has text: its pieces, and the columns it covers (half-open). */
export type GridCell = { pieces: Piece[]; from: number; to: number };
export type GridRow = { line: Line; cells: GridCell[] };

/** Gap in shares of the size of the font that parts cells. Tables are not justified, so that words stand closer. */
const cellGap = 0.62;

/** Puts the lines of a table into rows and columns. Cells that cover several columns are those that overlap them. */
export function tableGrid(lines: readonly Line[]): { rows: GridRow[]; columns: number } {
  const rows = lines.map((line) => ({ line, parts: partsOf(line) }));
  const columns = columnsOf(rows.map(({ parts }) => parts));
  return {
    columns: columns.length,
    rows: rows.map(({ line, parts }) => ({ line, cells: parts.map((pieces) => cellOf(pieces, columns)) })),
  };
}

function partsOf(line: Line): Piece[][] {
  const parts: Piece[][] = [];
  let last: Piece | undefined;
  for (const piece of line.pieces) {
    if (last && piece.x0 - last.x1 <= cellGap * Math.max(piece.size, last.size)) parts.at(-1)?.push(piece);
    else parts.push([piece]);
    last = piece;
  }
  return parts;
}

type Column = { x0: number; x1: number };

/** Columns are where the cells of the fullest rows stand; parts of other rows that lie beside them add columns. */
function columnsOf(rows: readonly Piece[][][]): Column[] {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const usual = [...counts].reduce((best, next) => (next[0] * next[1] > best[0] * best[1] ? next : best), [1, 1])[0];
  let columns: Column[] = [];
  for (const row of rows.filter(({ length }) => length === usual)) {
    columns = row.reduce((held, part) => joinColumn(held, extent(part)), columns);
  }
  for (const part of rows.flat()) {
    const own = extent(part);
    if (!columns.some((column) => overlap(column, own) > 0)) {
      columns = [...columns, own].toSorted((a, b) => a.x0 - b.x0);
    }
  }
  return columns;
}

function joinColumn(columns: readonly Column[], part: Column): Column[] {
  const touching = columns.filter((column) => overlap(column, part) > 0);
  const joined = touching.reduce((a, b) => ({ x0: Math.min(a.x0, b.x0), x1: Math.max(a.x1, b.x1) }), part);
  return [...columns.filter((column) => !touching.includes(column)), joined].toSorted((a, b) => a.x0 - b.x0);
}

function cellOf(pieces: Piece[], columns: readonly Column[]): GridCell {
  const own = extent(pieces);
  const touched = columns.flatMap((column, i) => (overlap(column, own) > 0 ? [i] : []));
  const from = touched[0] ?? 0;
  return { pieces, from, to: Math.max(from, touched.at(-1) ?? 0) + 1 };
}

function extent(pieces: readonly Piece[]): Column {
  return { x0: Math.min(...pieces.map(({ x0 }) => x0)), x1: Math.max(...pieces.map(({ x1 }) => x1)) };
}

function overlap(a: Column, b: Column): number {
  return Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
}
