import type { Extent, GridRow } from './table-grid.ts';
import type { TableRules } from './table-rules.ts';
import { continuesCells, isNumber, isSingle, stacksNumbers } from './wrapped-cell.ts';

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
  return cells.length < columns && cells.every((cell) => isSingle(cell) && !isNumber(cell));
}

/** Intervals between rules from which they are taken to part each row from the next. */
const fewestRuled = 3;

/** Whether rules part all columns and all rows: no two lines between two rules are rows of their own. */
function isGrid(lines: readonly GridRow[], across: readonly number[], uprights: readonly number[]): boolean {
  if (uprights.length === 0) return false;
  const rows = ruledRows(lines, across);
  const areApart = (line: GridRow, above: GridRow): boolean => stacksNumbers(line, above) || dividesHead(line, above);
  const stacked = rows.some((row) => row.some((line, i) => row.slice(0, i).some((above) => areApart(line, above))));
  return rows.length >= fewestRuled && rows.length < lines.length && !stacked;
}

/** Whether cells stand below a common head. */
function dividesHead({ cells }: GridRow, above: GridRow): boolean {
  return above.cells.some(
    ({ from, to }) => to - from > 1 && cells.filter((cell) => cell.from < to && cell.to > from).length > 1,
  );
}

function ruledRows(lines: readonly GridRow[], across: readonly number[]): GridRow[][] {
  const rows: GridRow[][] = [];
  let last = -Infinity;
  for (const line of lines) {
    const { baseline } = line.line;
    if (rows.length === 0 || across.some((y) => y > last && y < baseline)) rows.push([line]);
    else rows.at(-1)?.push(line);
    last = baseline;
  }
  return rows;
}

/**
 * Lines of a table to its rows. Where some lines stand closer than others, the close ones are lines of one row; where all
 * stand alike, a line goes on with the row above it if its words had no room there, or if it leaves columns empty.
 */
export function joinWrapped(
  lines: readonly GridRow[],
  { across: rules, uprights }: Pick<TableRules, 'across' | 'uprights'>,
  columns: readonly Extent[],
): GridRow[][] {
  if (isGrid(lines, rules, uprights)) return ruledRows(lines, rules);
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
  const wraps = !hasRowGaps && wrapsText(lines, columns.length);
  const groups: GridRow[][] = [];
  for (const [i, row] of lines.entries()) {
    const gap = gaps[i] ?? Infinity;
    const isClose = gap < closest * row.line.size;
    const leavesFirst = row.cells.every(({ from }) => from > 0);
    const group = groups.at(-1);
    const above = group?.at(-1);
    const isRest =
      (wraps ? isWrapped(row, columns.length) : leavesFirst && gap < 0.85 * widest) ||
      (above !== undefined && continuesCells(row, above, columns));
    const goesOn = isClose && (hasRowGaps ? gap <= wider * tight && !(above && stacksNumbers(row, above)) : isRest);
    if (goesOn && group) group.push(row);
    else groups.push([row]);
  }
  return groups;
}
