import { describe, expect, it } from '@jest/globals';
import { describeFont } from '../engine/fonts.ts';
import { fragmentOf, type Piece, textOf } from '../lines/fragment.ts';
import { type Line, lineOf } from '../lines/line.ts';
import { tableGrid } from './table-grid.ts';

const font = describeFont('Helvetica');
const row = (baseline: number, ...cells: [string, number][]): Line =>
  lineOf(
    1,
    cells.map(([text, x0], i) => {
      const piece: Piece = {
        text,
        x0,
        x1: x0 + 5 * text.length,
        baseline,
        size: 10,
        font,
        colour: 0,
        space: false,
        script: 'base',
      };
      return fragmentOf([piece], i);
    }),
  );
const cells = (lines: Line[]) =>
  tableGrid(lines).rows.map((gridRow) => gridRow.cells.map(({ pieces, from, to }) => [textOf(pieces), from, to]));

describe('tableGrid', () => {
  it('puts cells under each other into columns', () =>
    expect(
      cells([row(10, ['Model', 0], ['Acc', 100], ['F1', 150]), row(22, ['ours', 0], ['9.1', 102], ['8.7', 150])]),
    ).toEqual([
      [
        ['Model', 0, 1],
        ['Acc', 1, 2],
        ['F1', 2, 3],
      ],
      [
        ['ours', 0, 1],
        ['9.1', 1, 2],
        ['8.7', 2, 3],
      ],
    ]));

  it('lets a cell that stands over two columns cover both', () =>
    expect(
      cells([
        row(10, ['A long common head', 100]),
        row(22, ['ours', 0], ['9.1', 100], ['8.7', 150]),
        row(34, ['theirs', 0], ['9', 100], ['8', 150]),
      ])[0],
    ).toEqual([['A long common head', 1, 3]]));

  it('lets a head cover the columns that the bar below it spans', () => {
    const lines = [
      row(10, ['Scores', 130]),
      row(22, ['Model', 0], ['Acc', 100], ['F1', 150], ['R', 200]),
      row(34, ['ours', 0], ['9.1', 100], ['8.7', 150], ['7.2', 200]),
    ];
    const [head] = tableGrid(lines, { uprights: [], bars: [{ x0: 98, x1: 220, y: 13 }] }).rows;
    expect(head?.cells.map(({ from, to }) => [from, to])).toEqual([[1, 4]]);
  });

  it('parts cells at a rule between them, however close they stand', () => {
    const lines = [row(10, ['Name', 0], ['Mass', 22]), row(22, ['Ida', 0], ['42', 24])];
    const { rows, columns } = tableGrid(lines, { uprights: [21], bars: [] });
    expect([columns.length, rows.map((each) => each.cells.length)]).toEqual([2, [2, 2]]);
  });
});
