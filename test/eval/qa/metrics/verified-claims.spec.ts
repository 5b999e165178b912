import { describe, expect, it } from '@jest/globals';
import { verifyClaims } from './verified-claims.ts';

describe('claims verified by abstracts', () => {
  const due = [
    { label: 'SUPPORT', rationales: [[0, 1], [4]] },
    { label: 'CONTRADICT', rationales: [[2]] },
    { label: undefined, rationales: [] },
  ];

  it('counts a sentence only with the whole of its rationale', () => {
    const { sentenceSelection, abstractRationale } = verifyClaims(
      [
        { label: 'SUPPORT', sentences: [0, 3] },
        { label: 'CONTRADICT', sentences: [2, 5] },
        { label: undefined, sentences: [1] },
      ],
      due,
    );
    // One of four chosen, of four due; sentence 0 lacks sentence 1.
    expect(sentenceSelection).toEqual({ precision: 1 / 4, recall: 1 / 4, f1: 1 / 4 });
    expect(abstractRationale).toEqual({ precision: 1 / 2, recall: 1 / 2, f1: 1 / 2 });
  });

  it('counts sentences under a wrong label for the selection alone', () => {
    const figures = verifyClaims(
      [
        { label: 'CONTRADICT', sentences: [4] },
        { label: undefined, sentences: [] },
        { label: 'SUPPORT', sentences: [0] },
      ],
      due,
    );
    expect(figures.sentenceSelection).toMatchObject({ precision: 1 / 2, recall: 1 / 4 });
    expect(figures.sentenceLabel).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(figures.abstractLabel).toEqual({ precision: 0, recall: 0, f1: 0 });
  });

  it('looks for a rationale among the first three sentences', () => {
    const first = [{ label: 'SUPPORT', sentences: [7, 8, 9, 4] }];
    const { abstractLabel, abstractRationale } = verifyClaims(first, due.slice(0, 1));
    expect(abstractLabel.f1).toBe(1);
    expect(abstractRationale.f1).toBe(0);
  });
});
