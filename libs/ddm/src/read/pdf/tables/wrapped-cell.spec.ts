import { describe, expect, it } from '@jest/globals';
import { describeFont } from '../engine/fonts.ts';
import { fragmentOf, type Piece } from '../lines/fragment.ts';
import { type Line, lineOf } from '../lines/line.ts';
import { tableGrid } from './table-grid.ts';
import { continuesCells, stacksNumbers } from './wrapped-cell.ts';

const font = describeFont('Helvetica');
/** Cells of words at a left edge; each letter and each space is 5 points wide. */
const line = (baseline: number, ...cells: [string, number][]): Line =>
  lineOf(
    1,
    cells.map(([text, left], i) => {
      let x0 = left;
      const pieces = text.split(' ').map((word, at): Piece => {
        const piece = { text: word, x0, x1: x0 + 5 * word.length, baseline, size: 10, font, colour: 0, space: at > 0 };
        x0 = piece.x1 + 5;
        return { ...piece, script: 'base' };
      });
      return fragmentOf(pieces, i);
    }),
  );
const continued = (...lines: Line[]): boolean[] => {
  const { rows, columns } = tableGrid(lines);
  return rows.slice(1).map((row, i) => continuesCells(row, rows[i] as (typeof rows)[number], columns));
};

describe('continuesCells', () => {
  it('knows the rest of a cell by a word that had no room above', () =>
    expect(continued(line(10, ['has_max', 0], ['greatest of a group', 60]), line(22, ['of columns', 60]))).toEqual([
      true,
    ]));

  it('leaves a line alone whose word would have stood above', () =>
    expect(
      continued(
        line(10, ['has_max', 0], ['greatest value', 60]),
        line(22, ['sum', 60]),
        line(34, ['all', 0], ['the values of a column', 60]),
      ),
    ).toEqual([false, false]));

  it('takes a line that fills all columns for the rest only if it reads on', () => {
    const head = line(10, ['Sharing and', 0], ['Work with others on a', 80]);
    expect(continued(head, line(22, ['contributing', 0], ['common project', 80]))).toEqual([true]);
    expect(continued(head, line(22, ['Contributing', 0], ['Common project', 80]))).toEqual([false]);
  });

  it('never takes numbers for the rest of numbers', () =>
    expect(continued(line(10, ['ours', 0], ['99.1', 60]), line(22, ['98.7', 60]))).toEqual([false]));
});

describe('stacksNumbers', () => {
  const rowsOf = (...lines: Line[]) => tableGrid(lines).rows as [ReturnType<typeof tableGrid>['rows'][number], never];
  it('tells rows of measurements from the rest of wrapped text', () => {
    const [above, below] = rowsOf(line(10, ['ours', 0], ['99.1', 60]), line(22, ['theirs', 0], ['98.7', 60]));
    expect(stacksNumbers(below, above)).toBe(true);
    const [first, rest] = rowsOf(line(10, ['our own', 0], ['99.1', 60]), line(22, ['model', 0]));
    expect(stacksNumbers(rest, first)).toBe(false);
  });
});
