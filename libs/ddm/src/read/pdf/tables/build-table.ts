import type { Box } from '@askg/contract';
import type { DraftCell, DraftTable } from '../../../document/draft.ts';
import type { Rect } from '../engine/matrix.ts';
import { textOf } from '../lines/fragment.ts';
import type { Line } from '../lines/line.ts';
import { appendLine, type BoxMaker, repair } from '../text/flow-text.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { joinWrapped } from './join-wrapped.ts';
import { type GridRow, tableGrid } from './table-grid.ts';
import type { TableRules } from './table-rules.ts';

export type TableContext = { box: BoxMaker; lexicon: Lexicon };

/** Rows of a table from its lines and rules. */
export function tableRows(
  lines: readonly Line[],
  rules: TableRules,
  { box, lexicon }: TableContext,
): DraftTable['rows'] {
  const { rows, columns } = tableGrid(lines, rules);
  const headEnd = headEndOf(rows, rules.across);
  return joinWrapped(rows, rules, columns).map((group) => {
    const [first] = group as [GridRow];
    return {
      header: first.line.baseline < headEnd,
      cells: cellsOf(group, columns.length, lexicon),
      boxes: group.map(({ line }) => boxOf(line, box)),
    };
  });
}

function boxOf(line: Line, box: BoxMaker): Box {
  const rect: Rect = { x0: line.x0, y0: line.top, x1: line.x1, y1: line.bottom };
  return box(line.page, rect);
}

/** The head ends at the second rule; without rules the first line is the head if it has words only. */
function headEndOf(rows: readonly GridRow[], rules: readonly number[]): number {
  const [first] = rows;
  if (!first) return 0;
  const below = rules.filter((y) => y > first.line.baseline);
  const last = rows.at(-1)?.line.baseline ?? 0;
  const [second] = below;
  if (second !== undefined && second < last) return second;
  return first.cells.every(({ pieces }) => !/^[\d.,%±-]+$/.test(textOf(pieces))) && rows.length > 2
    ? first.line.bottom
    : 0;
}

function cellsOf(group: readonly GridRow[], columns: number, lexicon: Lexicon): DraftCell[] {
  const cells: DraftCell[] = [];
  const parts = group.flatMap((row) => row.cells);
  let at = 0;
  while (at < columns) {
    const here = parts.filter(({ from }) => from === at);
    // A cell of another line of the row that begins inside cuts a wider one short: no text may be lost.
    const next = Math.min(columns, ...parts.map(({ from }) => from).filter((from) => from > at));
    const to = Math.min(next, Math.max(at + 1, ...here.map((cell) => cell.to)));
    const text = here.reduce((before, { pieces }) => appendLine(before, repair(textOf(pieces)), lexicon), '');
    cells.push({ content: { text, marks: [] }, rowSpan: 1, columnSpan: to - at });
    at = to;
  }
  return cells;
}
