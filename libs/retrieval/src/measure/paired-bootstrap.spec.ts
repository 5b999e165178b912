import { describe, expect, it } from '@jest/globals';
import { pairedBootstrap } from './paired-bootstrap.ts';

/** A small linear congruential generator (Numerical Recipes), so that each test draws the same. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('the paired bootstrap', () => {
  it('gives the mean difference, and an interval about as wide as two standard errors to each side', () => {
    const random = seeded(1);
    const before = Array.from({ length: 400 }, () => random());
    const after = before.map((value) => value + 0.1 + (random() - 0.5) * 0.4);
    const { mean, low, high } = pairedBootstrap(before, after, seeded(2));
    const differences = after.map((value, i) => value - (before[i] ?? 0));
    const average = differences.reduce((sum, value) => sum + value, 0) / 400;
    const error = Math.sqrt(differences.reduce((sum, value) => sum + (value - average) ** 2, 0) / 400 / 400);
    expect(mean).toBeCloseTo(average, 12);
    expect(low).toBeCloseTo(average - 1.96 * error, 2);
    expect(high).toBeCloseTo(average + 1.96 * error, 2);
  });

  it('pairs the questions: what shifts all of them alike has no spread', () => {
    const { mean, low, high } = pairedBootstrap([0, 0.25, 0.75], [0.25, 0.5, 1], seeded(3));
    expect([mean, low, high]).toEqual([0.25, 0.25, 0.25]);
  });

  it('gives the same for the same seed', () => {
    const [before, after] = [
      [0.1, 0.9, 0.4],
      [0.3, 0.2, 0.8],
    ];
    expect(pairedBootstrap(before, after, seeded(4))).toEqual(pairedBootstrap(before, after, seeded(4)));
  });

  it('is nothing for no questions, and refuses what is no pair', () => {
    expect(pairedBootstrap([], [], seeded(5))).toEqual({ mean: 0, low: 0, high: 0 });
    expect(() => pairedBootstrap([1], [], seeded(5))).toThrow('cannot be paired');
  });
});
