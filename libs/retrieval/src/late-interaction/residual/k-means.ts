import type { TokenVectors } from '@askg/inference';
import { NearestRows } from './nearest-rows.ts';
import { sampleOf, seededRandom } from './sample.ts';

export type KMeansOptions = {
  /** Centroids wanted; there are never more than vectors. */
  count: number;
  /** Rounds of assigning and averaging. */
  iterations: number;
  seed: number;
  onIteration?: () => void;
  signal?: AbortSignal;
};

/**
 * Spherical k-means: begins with vectors drawn by the seed, gives each vector to the centroid of the greatest dot product, and
 * moves each centroid to the direction of its vectors' sum. A centroid that got none stays where it is.
 * @throws RetrievalError retrieval/cancelled
 */
export async function kMeans(
  vectors: TokenVectors,
  { count, iterations, seed, onIteration, signal }: KMeansOptions,
): Promise<TokenVectors> {
  const { dimensions, data } = vectors;
  const drawn = sampleOf(vectors.count, count, seededRandom(seed));
  let centroids = new Float32Array(drawn.length * dimensions);
  for (const [i, row] of drawn.entries()) {
    centroids.set(data.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions);
  }
  const rows = (): TokenVectors => ({ count: drawn.length, dimensions, data: centroids });
  for (let iteration = 0; iteration < iterations; iteration++) {
    const nearest = await new NearestRows(rows()).of(vectors, signal);
    const sums = new Float32Array(centroids.length);
    for (let row = 0; row < vectors.count; row++) {
      const to = (nearest[row] as number) * dimensions;
      const from = row * dimensions;
      for (let k = 0; k < dimensions; k++) sums[to + k] = (sums[to + k] as number) + (data[from + k] as number);
    }
    centroids = directions(sums, centroids, dimensions);
    onIteration?.();
  }
  return rows();
}

/** Each sum at unit length; the former row where there is none. */
function directions(sums: Float32Array, former: Float32Array, dimensions: number): Float32Array<ArrayBuffer> {
  const result = new Float32Array(sums.length);
  for (let at = 0; at < sums.length; at += dimensions) {
    const sum = sums.subarray(at, at + dimensions);
    const norm = Math.hypot(...sum);
    const row = norm > 0 ? sum.map((x) => x / norm) : former.subarray(at, at + dimensions);
    result.set(row, at);
  }
  return result;
}
