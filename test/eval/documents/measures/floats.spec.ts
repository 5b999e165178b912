import { describe, expect, it } from '@jest/globals';
import { scoreCaptions, scoreCells } from './floats.ts';

describe('captions', () => {
  const truth = [
    { kind: 'figure' as const, text: 'The flow of a paper through the stages.' },
    { kind: 'table' as const, text: 'Results by year.' },
  ];

  it.each([
    ['with its label', 'Figure 1: The flow of a paper through the stages.', 1],
    ['with a hyphen of a line end', 'The flow of a pa-\nper through the stages.', 1],
    ['cut in half', 'The flow of a paper', 0],
    ['of another figure', 'Something else entirely, with as many words.', 0],
  ])('are right %s: %s', (_, text, matched) => {
    expect(scoreCaptions('figure', [{ kind: 'figure', text }], truth)).toMatchObject({
      matched,
      predicted: 1,
      expected: 1,
    });
  });

  it('of one kind do not stand for the other', () => {
    expect(scoreCaptions('table', [{ kind: 'figure', text: 'Results by year.' }], truth)).toMatchObject({ matched: 0 });
  });
});

describe('cells', () => {
  const table = ['Name', 'Size', 'A', '1', 'B', '1'];

  it('count as often as they stand in the table', () => {
    expect(scoreCells([['Name', 'Size', 'A', '1']], [table])).toMatchObject({ matched: 4, predicted: 4, expected: 6 });
  });

  it('of two tables are not mixed', () => {
    expect(scoreCells([['X', 'Y'], table], [table, ['X', 'Z']])).toMatchObject({
      matched: 7,
      predicted: 8,
      expected: 8,
    });
  });

  it('of a table that is none count against', () => {
    expect(scoreCells([['not', 'a', 'table']], [])).toMatchObject({ matched: 0, predicted: 3, expected: 0 });
  });
});
