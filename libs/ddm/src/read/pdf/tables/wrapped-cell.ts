import { textOf } from '../lines/fragment.ts';
import { type Extent, extentOf, type GridCell, type GridRow } from './table-grid.ts';

/** Width of a space in sizes of the font, narrower than most, so that a doubtful word counts as one that had room. */
const space = 0.2;

/**
 * Whether a line of a table is the rest of the line above it: no cell holds a number, each stands below a cell of its
 * column, and its first word had no room left beside that cell. Where the line fills all columns it must also read on:
 * at least half of its cells begin with a small letter.
 */
export function continuesCells({ cells }: GridRow, above: GridRow, columns: readonly Extent[]): boolean {
  const pairs = cells.map((cell) => ({ cell, before: above.cells.find(({ from }) => from === cell.from) }));
  const isRest = pairs.every(
    ({ cell, before }) => isSingle(cell) && !isNumber(cell) && before !== undefined && hadNoRoom(cell, before, columns),
  );
  if (!isRest || cells.length === 0) return false;
  if (cells.length < columns.length) return true;
  const small = pairs.filter(({ cell, before }) => /^\p{Ll}/u.test(textOf(cell.pieces)) && isPhrase(before));
  return small.length >= 0.5 * cells.length;
}

/** Whether both lines have a number in one column: measurements below each other are rows, however close they stand. */
export function stacksNumbers({ cells }: GridRow, above: GridRow): boolean {
  return cells.some(
    (cell) => isNumber(cell) && above.cells.some((other) => other.from === cell.from && isNumber(other)),
  );
}

export function isSingle({ from, to }: GridCell): boolean {
  return to - from === 1;
}

export function isNumber({ pieces }: GridCell): boolean {
  return /^[\d.,%±+\s-]+$/.test(textOf(pieces));
}

/** A cell of a few words that no sign ends. */
function isPhrase(cell: GridCell | undefined): boolean {
  return cell !== undefined && / \S*[^.?!]$/.test(textOf(cell.pieces));
}

function hadNoRoom({ pieces, from }: GridCell, before: GridCell, columns: readonly Extent[]): boolean {
  const column = columns[from];
  if (!column) return false;
  const end = pieces.findIndex((piece, i) => i > 0 && piece.space);
  const word = extentOf(end < 0 ? pieces : pieces.slice(0, end));
  const size = pieces[0]?.size ?? 0;
  const own = extentOf(before.pieces);
  return own.x1 - own.x0 + space * size + word.x1 - word.x0 > column.x1 - column.x0;
}
