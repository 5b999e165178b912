import { describe, expect, it } from '@jest/globals';
import { maxSim } from '../late-interaction/max-sim.ts';
import { queryTokens } from './query-tokens.ts';

const rows = (...vectors: number[][]) => ({
  count: vectors.length,
  dimensions: 2,
  data: Float32Array.from(vectors.flat()),
});

describe('the tokens of a question', () => {
  const query = rows([1, 0], [0, 1], [0.6, 0.8]);
  const document = rows([0.8, -0.6], [0, -1]);

  it('count as much as they weigh, the score staying a mean of cosines', () => {
    const weighed = queryTokens({ ...query, weights: Float32Array.of(2, 0, 1) });
    // The best matches are 0.8, -0.6 and 0; the second weighs nothing.
    expect(maxSim(weighed, document)).toBeCloseTo((2 * 0.8 + 0) / 3, 6);
  });

  it('are left as they are where their weights are not known', () => {
    expect(queryTokens(query)).toEqual(query);
    expect(maxSim(queryTokens({ ...query, weights: Float32Array.of(1, 1, 1) }), document)).toBeCloseTo(
      maxSim(query, document) ?? NaN,
      6,
    );
  });

  it('are the first 96 at most', () => {
    const long = rows(...Array.from({ length: 200 }, () => [1, 0]));
    expect(queryTokens(long).count).toBe(96);
    expect(queryTokens({ ...long, weights: new Float32Array(200).fill(1) }).count).toBe(96);
  });
});
