import type { Answer } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { polarityLines } from './polarity-lines.ts';

const paper = { paper: 'a', title: 'Paper a', reading: 'yes', probability: 0.914, claims: [0, 1] } as const;
const lines = (polarity: Answer['polarity']) => polarityLines({ polarity } as Answer);

describe('what papers say to a question for yes or no', () => {
  it('is told paper by paper where several were read', () => {
    const papers = [paper, { ...paper, title: 'Paper b', reading: 'no' as const, probability: 0.8 }];
    expect(
      lines({
        reading: 'maybe',
        probability: 0.8,
        told: true,
        papers: papers.map((each) => ({ ...each, claims: [] })),
      }),
    ).toEqual(['  Paper a: says yes (91 in 100)', '  Paper b: says no (80 in 100)']);
  });

  it('is left to the answer where one paper was read, or nothing is told', () => {
    expect(lines({ reading: 'yes', probability: 0.9, told: true, papers: [{ ...paper, claims: [0] }] })).toEqual([]);
    expect(
      lines({
        reading: 'yes',
        probability: 0.5,
        papers: [
          { ...paper, claims: [] },
          { ...paper, claims: [] },
        ],
      }),
    ).toEqual([]);
    expect(lines(undefined)).toEqual([]);
  });
});
