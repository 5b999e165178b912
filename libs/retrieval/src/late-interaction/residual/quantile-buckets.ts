import type { ResidualBits } from './packed-buckets.ts';

export type Buckets = {
  /** Rising bounds of the buckets, `2^bits - 1` of them. */
  cutoffs: Float32Array;
  /** What a number of each bucket is decoded to, `2^bits` of them. */
  weights: Float32Array;
};

/**
 * Buckets that hold an equal share of the numbers each: cutoffs at the quantiles i/2^b, weights at the quantiles (i + 0.5)/2^b,
 * between two numbers in proportion. Source: ColBERTv2, `collection_indexer.py`.
 * @param residuals numbers of all dimensions together; they are sorted in place
 */
export function quantileBuckets(residuals: Float32Array, bits: ResidualBits): Buckets {
  residuals.sort();
  const count = 2 ** bits;
  const quantile = (share: number): number => {
    const place = share * (residuals.length - 1);
    const below = residuals[Math.floor(place)] ?? 0;
    const above = residuals[Math.ceil(place)] ?? 0;
    return below + (above - below) * (place - Math.floor(place));
  };
  return {
    cutoffs: Float32Array.from({ length: count - 1 }, (_, i) => quantile((i + 1) / count)),
    weights: Float32Array.from({ length: count }, (_, i) => quantile((i + 0.5) / count)),
  };
}
