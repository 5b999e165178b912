import { textOf } from '../lines/fragment.ts';
import type { GridCell, GridRow } from './table-grid.ts';

/** How much wider than the lines of one row its distance to the next row is at least. */
const wider = 1.18;
/** Share of the distances that must be wider for the others to be those within rows. */
const widerShare = 0.2;
/** In sizes of the font: lines of one row stand no further apart. */
const closest = 1.45;

/** Shares of the lines that fill all columns, between which the others are the rest of wrapped text. */
const fewestFull = 0.15;
const mostFull = 0.75;
/** Share of cells that are numbers from which a table holds measurements, not text. */
const mostNumbers = 0.3;

/** Whether a table holds text that wraps: some lines fill all columns, the others a few, and numbers are rare. */
function wrapsText(lines: readonly GridRow[], columns: number): boolean {
  const full = lines.filter(({ cells }) => cells.length === columns).length / lines.length;
  const cells = lines.flatMap((row) => row.cells);
  const numbers = cells.filter(isNumber).length / cells.length;
  const startsFull = lines[0]?.cells.length === columns;
  return columns > 2 && startsFull && full >= fewestFull && full <= mostFull && numbers < mostNumbers;
}

/** A line that leaves columns empty, without a number or a cell across columns, is the rest of the row above. */
function isWrapped({ cells }: GridRow, columns: number): boolean {
  return cells.length < columns && cells.every((cell) => cell.to - cell.from === 1 && !isNumber(cell));
}

function isNumber({ pieces }: GridCell): boolean {
  return /^[\d.,%±+\s-]+$/.test(textOf(pieces));
}

/**
 * Lines of a table to its rows. Where some lines stand closer than others, the close ones are lines of one row; where all
 * stand alike, a line that leaves the first column empty goes on with the row above it if it is close enough.
 */
export function joinWrapped(lines: readonly GridRow[], rules: readonly number[]): GridRow[][] {
  const gaps = lines.map((row, i) => {
    const above = lines[i - 1];
    if (!above) return Infinity;
    const isRuled = rules.some((y) => y > above.line.baseline && y < row.line.baseline);
    return isRuled ? Infinity : row.line.baseline - above.line.baseline;
  });
  const free = gaps.filter(Number.isFinite).toSorted((a, b) => a - b);
  const tight = free[Math.floor(free.length / 10)] ?? 0;
  const hasRowGaps = free.filter((gap) => gap > wider * tight).length >= Math.max(1, widerShare * free.length);
  const widest = free.at(-1) ?? 0;
  const columns = Math.max(0, ...lines.flatMap(({ cells }) => cells.map(({ to }) => to)));
  const wraps = !hasRowGaps && wrapsText(lines, columns);
  const groups: GridRow[][] = [];
  for (const [i, row] of lines.entries()) {
    const gap = gaps[i] ?? Infinity;
    const isClose = gap < closest * row.line.size;
    const leavesFirst = row.cells.every(({ from }) => from > 0);
    const isRest = wraps ? isWrapped(row, columns) : leavesFirst && gap < 0.85 * widest;
    const goesOn = isClose && (hasRowGaps ? gap <= wider * tight : isRest);
    const group = groups.at(-1);
    if (goesOn && group) group.push(row);
    else groups.push([row]);
  }
  return groups;
}
