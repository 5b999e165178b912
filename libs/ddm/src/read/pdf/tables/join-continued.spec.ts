import { describe, expect, it } from '@jest/globals';
import type { DraftBlock, DraftTable } from '../../../document/draft.ts';
import { joinContinued } from './join-continued.ts';

const table = (page: number, rows: string[][], parts: Partial<DraftTable> = {}): DraftTable => ({
  type: 'table',
  caption: { text: '', marks: [] },
  rows: rows.map((cells, i) => ({
    header: i === 0,
    cells: cells.map((text) => ({ content: { text, marks: [] }, rowSpan: 1, columnSpan: 1 })),
    boxes: [],
  })),
  notes: [],
  boxes: [{ page, x0: 0.1, y0: 0.1, x1: 0.9, y1: 0.9 }],
  ...parts,
});
const rowsOf = (blocks: DraftBlock[]) =>
  joinContinued(blocks).map((block) =>
    block.type === 'table'
      ? block.rows.map(({ cells }) => cells.map(({ content }) => content.text).join('|'))
      : block.type,
  );
const first = () =>
  table(1, [
    ['Name', 'Mass'],
    ['Ida', '42'],
  ]);
const rest = () =>
  table(2, [
    ['Name', 'Mass'],
    ['Juno', '20'],
  ]);

describe('joinContinued', () => {
  it('goes on overleaf and leaves the repeated head out', () =>
    expect(rowsOf([first(), rest()])).toEqual([['Name|Mass', 'Ida|42', 'Juno|20']]));

  it('takes a part without a head for the rest where its edges are the same', () =>
    expect(rowsOf([first(), table(2, [['Juno', '20']])])).toEqual([['Name|Mass', 'Ida|42', 'Juno|20']]));

  it('keeps tables apart that have text between them, or a label of their own', () => {
    expect(
      rowsOf([first(), { type: 'paragraph', kind: 'text', content: { text: 'x', marks: [] } }, rest()]),
    ).toHaveLength(3);
    expect(rowsOf([first(), { ...rest(), label: 'Table 2' }])).toHaveLength(2);
  });

  it('keeps tables apart that stand side by side on one page', () =>
    expect(
      rowsOf([
        first(),
        table(1, [
          ['Name', 'Age'],
          ['Juno', '20'],
        ]),
      ]),
    ).toHaveLength(2));
});
