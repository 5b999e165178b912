import { levelSpans, levelsOfBucket } from './level-groups.ts';
import type { Buckets } from './quantile-buckets.ts';

const rounds = 20;
/** Numbers of a bucket that its levels are fitted to. */
const mostNumbers = 100_000;

/**
 * Levels inside each bucket for which the mean square error is least (Lloyd 1982, Max 1960), for each
 * division of a bucket rising; see `levelSpans`.
 * @param residuals rising
 */
export function bucketLevels(residuals: Float32Array, { cutoffs, weights }: Buckets): Float32Array {
  const levels = new Float32Array(weights.length * levelsOfBucket);
  for (let bucket = 0; bucket < weights.length; bucket++) {
    const from = bucket === 0 ? 0 : firstAbove(residuals, cutoffs[bucket - 1] as number);
    const to = bucket === cutoffs.length ? residuals.length : firstAbove(residuals, cutoffs[bucket] as number);
    const numbers = thinned(residuals.subarray(from, to));
    for (const { first, count } of levelSpans) {
      levels.set(fit(numbers, count, weights[bucket] as number), bucket * levelsOfBucket + first);
    }
  }
  return levels;
}

/** Where the numbers above a bound begin. */
function firstAbove(rising: Float32Array, bound: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

function thinned(rising: Float32Array): Float64Array {
  const step = Math.max(1, Math.floor(rising.length / mostNumbers));
  return Float64Array.from({ length: Math.ceil(rising.length / step) }, (_, i) => rising[i * step] as number);
}

function fit(rising: Float64Array, count: number, whenEmpty: number): Float32Array {
  const levels = new Float32Array(count).fill(whenEmpty);
  if (rising.length === 0) return levels;
  for (let i = 0; i < count; i++) {
    levels[i] = rising[Math.floor(((i + 0.5) / count) * rising.length)] as number;
  }
  for (let round = 0; round < rounds; round++) {
    for (let i = 0, at = 0; i < count; i++) {
      const bound = i + 1 < count ? ((levels[i] as number) + (levels[i + 1] as number)) / 2 : Infinity;
      let sum = 0;
      const from = at;
      for (; at < rising.length && (rising[at] as number) <= bound; at++) sum += rising[at] as number;
      if (at > from) levels[i] = sum / (at - from);
    }
  }
  return levels;
}
