import { describe, expect, it } from '@jest/globals';
import { blendScores } from './blend-scores.ts';

const passage = (scores: Record<string, number>) => ({
  methods: Object.entries(scores).map(([name, score]) => ({ name, rank: 1, score })),
});

describe('blending the scores of methods', () => {
  it('adds cosines as they are, and other scores between 0 and 1', () => {
    const passages = [
      passage({ words: 12, cosine: 0.5 }),
      passage({ words: 4, cosine: 0.75 }),
      passage({ words: 8, cosine: -0.5 }),
    ];
    const parts = [
      { method: 'words', weight: 0.5, normal: true },
      { method: 'cosine', weight: 2 },
    ];
    expect(blendScores(passages, parts)).toEqual([1.5, 1.5, -0.75]);
  });

  it('takes the least of a list for a passage that it lacks, never a zero that would be better', () => {
    const passages = [passage({ words: 3, cosine: -0.2 }), passage({ cosine: -0.6 }), passage({ words: 1 })];
    const parts = [
      { method: 'words', weight: 1, normal: true },
      { method: 'cosine', weight: 1 },
    ];
    expect(blendScores(passages, parts)).toEqual([0.8, -0.6, -0.6]);
  });

  it('counts being found where all found score alike', () => {
    const parts = [{ method: 'words', weight: 0.2, normal: true }];
    expect(blendScores([passage({ words: 5 }), passage({}), passage({ words: 5 })], parts)).toEqual([0.2, 0, 0.2]);
  });

  it('leaves out a method that said nothing', () => {
    expect(blendScores([passage({ words: 1 }), passage({ words: 0 })], [{ method: 'cosine', weight: 3 }])).toEqual([
      0, 0,
    ]);
    expect(blendScores([], [{ method: 'cosine', weight: 3 }])).toEqual([]);
  });
});
