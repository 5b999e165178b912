import type { MethodScore } from './retrieval.ts';

/** What a method's score counts. `normal` scores are put between 0 and 1 first, those that have no common scale. */
export type BlendPart = { method: string; weight: number; normal?: boolean };

/**
 * For each passage the sum of its scores by these methods, each times its weight: `Σ weight · s`. Cosines are added as they
 * are, since they mean the same for every question; other scores are normalised by the least and greatest of the list,
 * `(s - min) / (max - min)`. A passage that a method did not find counts as its least.
 */
export function blendScores(
  passages: readonly { methods: readonly MethodScore[] }[],
  parts: readonly BlendPart[],
): number[] {
  const sums = passages.map(() => 0);
  for (const { method, weight, normal = false } of parts) {
    const given = passages.map(({ methods }) => methods.find(({ name }) => name === method)?.score);
    const known = given.filter((score) => score !== undefined);
    if (known.length === 0) continue;
    const least = known.reduce((a, b) => Math.min(a, b));
    const range = known.reduce((a, b) => Math.max(a, b)) - least;
    const scaled = (score: number): number => (normal ? (range > 0 ? (score - least) / range : 1) : score);
    for (const [i, score] of given.entries()) {
      const missing = normal ? 0 : least;
      sums[i] = (sums[i] ?? 0) + weight * (score === undefined ? missing : scaled(score));
    }
  }
  return sums;
}
