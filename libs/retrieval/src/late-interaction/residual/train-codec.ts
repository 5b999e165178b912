import type { TokenVectors } from '@askg/inference';
import { kMeans } from './k-means.ts';
import type { ResidualBits } from './packed-buckets.ts';
import { quantileBuckets } from './quantile-buckets.ts';
import { bucketLevels } from './bucket-levels.ts';
import { RefinedCodec } from './refined-codec.ts';
import { ResidualCodec } from './residual-codec.ts';
import { sampleOf, seededRandom } from './sample.ts';
import type { TokenVectorCodec } from './token-vector-codec.ts';

export type CodecTraining = {
  bits?: ResidualBits;
  /** Centroids wanted; there are never more than vectors to learn from. */
  centroids: number;
  iterations?: number;
  /** Whether vectors are to be kept more exactly than the residual codec does; see `RefinedCodec`. */
  refined?: boolean;
  seed?: number;
  /** Told after each round of k-means. */
  onIteration?: () => void;
  signal?: AbortSignal;
};

/** The share of the sample, and the greatest number of its vectors, that buckets are fitted to and k-means does not see. */
const heldOutShare = 0.05;
const mostHeldOut = 50_000;

/**
 * A codec for vectors like those of the sample: centroids by k-means, buckets by the quantiles of what a held-out part differs
 * from them. The same sample, options and seed give the same codec.
 * Takes seconds for thousands of centroids, in which others may run. @throws RetrievalError retrieval/cancelled
 */
export async function trainCodec(
  sample: TokenVectors,
  { bits = 2, centroids, iterations = 4, seed = 123, refined = false, onIteration, signal }: CodecTraining,
): Promise<TokenVectorCodec> {
  const apart = Math.min(Math.floor(sample.count * heldOutShare), mostHeldOut);
  const isApart = new Uint8Array(sample.count);
  for (const row of sampleOf(sample.count, apart, seededRandom(seed + 1))) isApart[row] = 1;
  const learnt = pick(sample, (row) => isApart[row] === 0);
  // A sample of a few vectors is too small to be divided.
  const heldOut = apart > 0 ? pick(sample, (row) => isApart[row] === 1) : sample;
  const found = await kMeans(learnt, {
    count: centroids,
    iterations,
    seed,
    ...(onIteration && { onIteration }),
    ...(signal && { signal }),
  });
  const residuals = await residualsOf(heldOut, found);
  const buckets = quantileBuckets(residuals, bits);
  const codec = new ResidualCodec(found, buckets, bits);
  return refined ? new RefinedCodec(codec, bucketLevels(residuals, buckets)) : codec;
}

async function residualsOf(vectors: TokenVectors, centroids: TokenVectors): Promise<Float32Array> {
  const unfitted = new ResidualCodec(centroids, { cutoffs: new Float32Array(), weights: new Float32Array(2) }, 1);
  return unfitted.residuals(vectors, await unfitted.nearestCentroids(vectors));
}

function pick({ count, dimensions, data }: TokenVectors, wanted: (row: number) => boolean): TokenVectors {
  const rows = Array.from({ length: count }, (_, row) => row).filter(wanted);
  const picked = new Float32Array(rows.length * dimensions);
  for (const [i, row] of rows.entries()) {
    picked.set(data.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions);
  }
  return { count: rows.length, dimensions, data: picked };
}
