/** A mean difference with the interval that holds it in 95 of 100 resamplings of the questions. */
export type Gain = { mean: number; low: number; high: number };

/**
 * How much better `after` is than `before`, by the paired bootstrap: the questions are drawn anew with replacement, each
 * taking its own difference along, and the 2.5th and 97.5th percentile of the means of many draws are the interval.
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13 (percentile intervals).
 * @param before one figure a question @param after the same questions in the same order
 * @param random numbers from 0 up to 1, from a seed
 */
export function pairedBootstrap(
  before: readonly number[],
  after: readonly number[],
  random: () => number,
  draws = 10_000,
): Gain {
  if (before.length !== after.length) {
    throw new Error(`${before.length} figures cannot be paired with ${after.length}.`);
  }
  const differences = Float64Array.from(after, (value, i) => value - (before[i] ?? 0));
  const count = differences.length;
  if (count === 0) return { mean: 0, low: 0, high: 0 };
  const means = Float64Array.from({ length: draws }, () => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += differences[Math.floor(random() * count)] ?? 0;
    return sum / count;
  }).toSorted();
  const at = (share: number): number => means[Math.min(draws - 1, Math.floor(share * draws))] ?? 0;
  return { mean: differences.reduce((sum, value) => sum + value, 0) / count, low: at(0.025), high: at(0.975) };
}
