import type { Run } from '@askg/retrieval';
import { describe, expect, it } from '@jest/globals';
import { compareStages, worstQuestions } from './compare-stages.ts';
import type { Stage } from './stage-runs.ts';

const judgements = new Map([
  ['one', new Map([['a', 1]])],
  ['two', new Map([['b', 1]])],
  ['unanswered', new Map([['c', 0]])],
]);
/** A run that finds these documents for the questions, in their order. */
const run = (found: Record<string, string[]>): Run =>
  new Map(Object.entries(found).map(([id, list]) => [id, list.map((document, i) => ({ id: document, score: -i }))]));

describe('the comparison of stages', () => {
  const runs = new Map<Stage, Run>([
    ['words', run({ one: ['x', 'a'], two: ['y'] })],
    ['vectors', run({ one: ['a'], two: ['b'] })],
    ['chain', run({ one: ['a'], two: ['y', 'b'] })],
  ]);

  it('gives the gain over the stage before that ran, and over words', () => {
    const [words, vectors, chain] = compareStages(runs, judgements);
    const second = 1 / Math.log2(3);
    expect(words?.figures.ndcgAt10).toBeCloseTo(second / 2, 4);
    expect([words?.gainOverBefore, words?.gainOverWords]).toEqual([undefined, undefined]);
    expect(vectors?.figures).toEqual({ ndcgAt10: 1, recallAt100: 1, reciprocalRank: 1 });
    expect(chain?.stage).toBe('chain');
    expect(chain?.gainOverBefore?.mean).toBeCloseTo((second - 1) / 2, 4);
    // With two questions the interval ends at what each of them says.
    const gain = chain?.gainOverWords;
    expect([gain?.mean, gain?.low, gain?.high]).toEqual([
      0.5,
      Number((1 - second).toFixed(4)),
      Number(second.toFixed(4)),
    ]);
  });

  it('names the questions that come out worst, those without an answer left out', () => {
    const worst = worstQuestions(runs.get('chain') ?? new Map(), judgements, 5);
    expect(worst.map(({ id }) => id)).toEqual(['two', 'one']);
  });
});
