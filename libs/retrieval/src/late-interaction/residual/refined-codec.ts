import type { TokenVectors } from '@askg/inference';
import { groupSize, levelsOfBucket, placesOfBytes, spansOfPattern } from './level-groups.ts';
import { normaliseRows } from './normalise-rows.ts';
import { bucketsOfBytes } from './packed-buckets.ts';
import type { ResidualCodec } from './residual-codec.ts';
import type { CodedTokens, TokenVectorCodec } from './token-vector-codec.ts';

/**
 * The residual codec, and for each dimension a level that says where in its bucket the residual is. A record is that of the
 * residual codec, then a byte for each three dimensions: `l0 + n0 (l1 + n1 l2)`, where the buckets say of how many levels n each
 * is; see `level-groups.ts`. With two bits and 128 dimensions a vector takes 79 bytes.
 */
export class RefinedCodec implements TokenVectorCodec {
  readonly coarse: ResidualCodec;
  /** Levels of each bucket; see `bucketLevels`. */
  readonly levels: Float32Array;
  readonly recordBytes: number;
  /** For each byte of the coarse record its buckets. */
  readonly #bucketsOfBytes: Uint8Array;
  readonly #isOuter: Uint8Array;

  constructor(coarse: ResidualCodec, levels: Float32Array) {
    this.coarse = coarse;
    this.levels = levels;
    this.recordBytes = coarse.recordBytes + Math.ceil(coarse.dimensions / groupSize);
    this.#bucketsOfBytes = bucketsOfBytes(coarse.bits);
    const last = 2 ** coarse.bits - 1;
    this.#isOuter = Uint8Array.from({ length: last + 1 }, (_, bucket) => (bucket === 0 || bucket === last ? 1 : 0));
  }

  get dimensions(): number {
    return this.coarse.dimensions;
  }

  get centroids(): TokenVectors {
    return this.coarse.centroids;
  }

  async encode(vectors: TokenVectors, signal?: AbortSignal): Promise<CodedTokens> {
    const { coarse, recordBytes, dimensions } = this;
    const codes = await coarse.nearestCentroids(vectors, signal);
    const residuals = coarse.residuals(vectors, codes);
    const packed = coarse.packed(residuals);
    const records = new Uint8Array(vectors.count * recordBytes);
    for (let row = 0; row < vectors.count; row++) {
      let to = row * recordBytes;
      records.set(packed.subarray(row * coarse.recordBytes, (row + 1) * coarse.recordBytes), to);
      to += coarse.recordBytes;
      const end = (row + 1) * dimensions;
      for (let at = row * dimensions; at < end; at += groupSize) {
        records[to++] = this.#levelByte(residuals, at, Math.min(at + groupSize, end));
      }
    }
    return { count: vectors.count, codes, records };
  }

  decode({ count, codes, records }: CodedTokens): TokenVectors {
    const { coarse, recordBytes, dimensions, levels } = this;
    const centroids = this.centroids.data;
    const data = new Float32Array(count * dimensions);
    // Eight, four or two buckets a byte, as shifts: this loop is what a search spends much of its time in.
    const shift = 3 - Math.log2(coarse.bits);
    const mask = (1 << shift) - 1;
    for (let row = 0; row < count; row++) {
      const coarseAt = row * recordBytes;
      const to = row * dimensions;
      const centroid = (codes[row] as number) * dimensions;
      let levelsAt = coarseAt + coarse.recordBytes;
      for (let from = 0; from < dimensions; from += groupSize) {
        const end = Math.min(from + groupSize, dimensions);
        let pattern = 0;
        for (let k = from; k < end; k++) {
          const byte = records[coarseAt + (k >> shift)] as number;
          const bucket = this.#bucketsOfBytes[(byte << shift) + (k & mask)] as number;
          pattern |= (this.#isOuter[bucket] as number) << (k - from);
          data[to + k] = bucket * levelsOfBucket;
        }
        const places = ((pattern << 8) + (records[levelsAt++] as number)) * groupSize - from;
        for (let k = from; k < end; k++) {
          const level = levels[(data[to + k] as number) + (placesOfBytes[places + k] as number)] as number;
          data[to + k] = (centroids[centroid + k] as number) + level;
        }
      }
    }
    normaliseRows(data, dimensions);
    return { count, dimensions, data };
  }

  /** The nearest levels of up to three residuals. */
  #levelByte(residuals: Float32Array, from: number, end: number): number {
    let pattern = 0;
    for (let at = from; at < end; at++) {
      pattern |= (this.#isOuter[this.coarse.bucketOf(residuals[at] as number)] as number) << (at - from);
    }
    const spans = spansOfPattern[pattern] ?? [];
    let byte = 0;
    for (let at = end - 1; at >= from; at--) {
      const { first, count } = spans[at - from] as { first: number; count: number };
      byte = byte * count + this.#levelOf(residuals[at] as number, first, count);
    }
    return byte;
  }

  /** The nearest of the levels of the residual's bucket from `first` on. */
  #levelOf(residual: number, first: number, count: number): number {
    const start = this.coarse.bucketOf(residual) * levelsOfBucket + first;
    let level = 0;
    for (; level + 1 < count; level++) {
      const bound = ((this.levels[start + level] as number) + (this.levels[start + level + 1] as number)) / 2;
      if (residual <= bound) break;
    }
    return level;
  }
}
