import { describe, expect, it } from '@jest/globals';
import type { Line } from '../lines/line.ts';
import { joinWrapped } from './join-wrapped.ts';
import type { GridRow } from './table-grid.ts';

const row = (baseline: number, ...columns: number[]): GridRow => ({
  line: { baseline, size: 10 } as Line,
  cells: columns.map((from) => ({ pieces: [], from, to: from + 1 })),
});
const columnsOf = (rows: GridRow[]) =>
  Array.from({ length: Math.max(...rows.flatMap(({ cells }) => cells.map(({ to }) => to))) }, (_, i) => ({
    x0: 100 * i,
    x1: 100 * i + 80,
  }));
const sizes = (rows: GridRow[], rules: number[] = [], uprights: number[] = []): number[] =>
  joinWrapped(rows, { across: rules, uprights }, columnsOf(rows)).map((group) => group.length);

describe('joinWrapped', () => {
  it('makes one row of lines that stand closer than the others', () =>
    expect(sizes([row(0, 0, 1), row(12, 0, 1), row(30, 0, 1), row(42, 1), row(60, 0, 1)])).toEqual([2, 2, 1]));

  it('keeps each line where all stand alike', () =>
    expect(sizes([row(0, 0, 1), row(12, 0, 1), row(24, 0, 1)])).toEqual([1, 1, 1]));

  it('joins the rest of wrapped text where some lines fill all columns', () =>
    expect(sizes([row(0, 0, 1, 2), row(12, 0, 2), row(24, 0, 1, 2), row(36, 1), row(48, 1), row(60, 0, 1, 2)])).toEqual(
      [2, 3, 1],
    ));

  it('takes no rule between groups of rows for the distance of rows', () =>
    expect(sizes([row(0, 0, 1), row(20, 0, 1), row(32, 0, 1), row(44, 0, 1)], [10])).toEqual([1, 1, 1, 1]));

  it('takes what stands between two rules of a full grid for one row', () =>
    expect(
      sizes([row(0, 0, 1), row(20, 0, 1), row(32, 0, 1), row(44, 1), row(60, 0, 1), row(72, 1)], [10, 52], [90]),
    ).toEqual([1, 3, 2]));
});
