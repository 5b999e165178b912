import type { TokenVectors } from '@askg/inference';
import { fromHalfBits, halfBits } from './half-float.ts';
import { NearestRows } from './nearest-rows.ts';
import { normaliseRows } from './normalise-rows.ts';
import { type ResidualBits, bucketBits, bucketsOfBytes } from './packed-buckets.ts';
import type { Buckets } from './quantile-buckets.ts';
import type { CodedTokens, TokenVectorCodec } from './token-vector-codec.ts';

/**
 * The residual codec of ColBERTv2, bit for bit: a vector is its nearest centroid and, in 1, 2 or 4 bits a dimension, the bucket
 * of its difference from it. Two bits and 128 dimensions take 36 bytes. Centroids are rounded to 16-bit floats first, as they
 * are stored. Source: Santhanam et al., ColBERTv2, NAACL 2022, and its `residual.py`.
 */
export class ResidualCodec implements TokenVectorCodec {
  readonly dimensions: number;
  readonly bits: ResidualBits;
  readonly buckets: Buckets;
  /** Rows rounded to 16-bit floats. */
  readonly centroids: TokenVectors;
  readonly recordBytes: number;
  readonly #bucketBits: Uint8Array;
  readonly #weightsOfBytes: Float32Array;
  #nearest: NearestRows | undefined;

  /** @throws RangeError when a vector's residual would not fill whole bytes */
  constructor(centroids: TokenVectors, buckets: Buckets, bits: ResidualBits) {
    if (centroids.dimensions % (8 / bits) !== 0) {
      throw new RangeError(`${centroids.dimensions} dimensions of ${bits} bits do not fill whole bytes.`);
    }
    this.dimensions = centroids.dimensions;
    this.bits = bits;
    this.buckets = buckets;
    this.centroids = { ...centroids, data: centroids.data.map((x) => fromHalfBits(halfBits(x))) };
    this.recordBytes = (this.dimensions * bits) / 8;
    this.#bucketBits = bucketBits(bits);
    this.#weightsOfBytes = Float32Array.from(bucketsOfBytes(bits), (bucket) => buckets.weights[bucket] as number);
  }

  async encode(vectors: TokenVectors, signal?: AbortSignal): Promise<CodedTokens> {
    const codes = await this.nearestCentroids(vectors, signal);
    return { count: vectors.count, codes, records: this.packed(this.residuals(vectors, codes)) };
  }

  decode({ count, codes, records }: CodedTokens): TokenVectors {
    const { dimensions, recordBytes } = this;
    const perByte = 8 / this.bits;
    const data = new Float32Array(count * dimensions);
    for (let row = 0; row < count; row++) {
      const centroid = (codes[row] as number) * dimensions;
      for (let i = 0, at = 0; i < recordBytes; i++) {
        const weights = (records[row * recordBytes + i] as number) * perByte;
        for (let k = 0; k < perByte; k++, at++) {
          data[row * dimensions + at] =
            (this.centroids.data[centroid + at] as number) + (this.#weightsOfBytes[weights + k] as number);
        }
      }
    }
    normaliseRows(data, dimensions);
    return { count, dimensions, data };
  }

  /** Number of the centroid that has the greatest dot product with each vector, of equals the first. */
  async nearestCentroids(vectors: TokenVectors, signal?: AbortSignal): Promise<Uint32Array> {
    this.#nearest ??= new NearestRows(this.centroids);
    return this.#nearest.of(vectors, signal);
  }

  /** What vectors differ from their centroids. */
  residuals({ count, data }: TokenVectors, codes: Uint32Array): Float32Array {
    const { dimensions } = this;
    const residuals = new Float32Array(count * dimensions);
    for (let row = 0; row < count; row++) {
      const centroid = (codes[row] as number) * dimensions;
      for (let k = 0, at = row * dimensions; k < dimensions; k++, at++) {
        residuals[at] = (data[at] as number) - (this.centroids.data[centroid + k] as number);
      }
    }
    return residuals;
  }

  /** The bucket of a residual: how many cutoffs are strictly below it. */
  bucketOf(residual: number): number {
    const { cutoffs } = this.buckets;
    let bucket = 0;
    for (let i = 0; i < cutoffs.length; i++) bucket += (cutoffs[i] as number) < residual ? 1 : 0;
    return bucket;
  }

  /** The buckets of residuals, `8 / bits` a byte. */
  packed(residuals: Float32Array): Uint8Array {
    const perByte = 8 / this.bits;
    const bytes = new Uint8Array(residuals.length / perByte);
    for (let i = 0, at = 0; i < bytes.length; i++) {
      let byte = 0;
      for (let k = 0; k < perByte; k++, at++) {
        byte = (byte << this.bits) | (this.#bucketBits[this.bucketOf(residuals[at] as number)] as number);
      }
      bytes[i] = byte;
    }
    return bytes;
  }
}
