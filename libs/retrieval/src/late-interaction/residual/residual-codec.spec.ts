import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenVectors } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { randomTokens } from '../testing/random-tokens.ts';
import { fromHalfBits, halfBits } from './half-float.ts';
import type { ResidualBits } from './packed-buckets.ts';
import { quantileBuckets } from './quantile-buckets.ts';
import { ResidualCodec } from './residual-codec.ts';
import type { TokenVectorCodec } from './token-vector-codec.ts';
import { trainCodec } from './train-codec.ts';

/** Made with torch and numpy by make_codec_golden.py. */
const golden = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'testing', 'codec-golden.json'), 'utf8')) as {
  dimensions: number;
  centroids: number[];
  vectors: number[];
  heldOut: number[];
  codes: number[];
  cases: { bits: ResidualBits; cutoffs: number[]; weights: number[]; bytes: string; decoded: number[] }[];
};
const rows = (data: ArrayLike<number>, dimensions: number): TokenVectors => ({
  count: data.length / dimensions,
  dimensions,
  data: Float32Array.from(data),
});

/** A codec whose only centroid is zero, so that vectors are their own residuals. */
function codecOf(bits: ResidualBits, cutoffs: number[], dimensions: number): ResidualCodec {
  const buckets = { cutoffs: Float32Array.from(cutoffs), weights: new Float32Array(2 ** bits) };
  return new ResidualCodec(rows(new Float32Array(dimensions), dimensions), buckets, bits);
}

async function squareError(codec: TokenVectorCodec, vectors: TokenVectors): Promise<number> {
  const { data } = codec.decode(await codec.encode(vectors));
  return vectors.data.reduce((sum, x, i) => sum + (x - (data[i] as number)) ** 2, 0) / vectors.count;
}

describe('the residual codec', () => {
  it('puts a number into the bucket of as many cutoffs as are strictly below it', () => {
    const codec = codecOf(2, [-0.1, 0, 0.1].map(Math.fround), 4);
    expect([-0.2, -0.1, -0.05, 0, 0.1, 0.2].map((x) => codec.bucketOf(Math.fround(x)))).toEqual([0, 0, 1, 1, 2, 3]);
  });

  it.each([
    [2, [0.5, 1.5, 2.5], [0, 1, 2, 3], [0x27]],
    [1, [0.5], [1, 0, 1, 1, 0, 0, 0, 0], [0xb0]],
    [4, Array.from({ length: 15 }, (_, i) => i + 0.5), [1, 8], [0x81]],
  ] as const)(
    'packs buckets of %d bits lowest bit first into bytes from the highest',
    async (bits, cutoffs, buckets, bytes) => {
      const { records } = await codecOf(bits, [...cutoffs], buckets.length).encode(rows(buckets, buckets.length));
      expect([...records]).toEqual(bytes);
    },
  );

  it.each(golden.cases)(
    'writes the bytes of the reference at $bits bits',
    async ({ bits, bytes, decoded, ...buckets }) => {
      const fitted = quantileBuckets(Float32Array.from(golden.heldOut), bits);
      for (const name of ['cutoffs', 'weights'] as const) {
        expect([...fitted[name]].map((x, i) => Math.abs(x - (buckets[name][i] ?? 9))).every((off) => off < 1e-7)).toBe(
          true,
        );
      }
      const codec = new ResidualCodec(
        rows(golden.centroids, golden.dimensions),
        { cutoffs: Float32Array.from(buckets.cutoffs), weights: Float32Array.from(buckets.weights) },
        bits,
      );
      const coded = await codec.encode(rows(golden.vectors, golden.dimensions));
      expect([...coded.codes]).toEqual(golden.codes);
      expect(Buffer.from(coded.records).toString('hex')).toBe(bytes);
      expect([...codec.decode(coded).data].every((x, i) => Math.abs(x - (decoded[i] ?? 9)) < 2e-6)).toBe(true);
    },
  );

  it('takes 20, 36 and 68 bytes a vector of 128 dimensions, and 79 refined', async () => {
    const sample = randomTokens(3, 128)(60);
    const bytes = async (bits: ResidualBits, refined = false): Promise<number> =>
      4 + (await trainCodec(sample, { bits, centroids: 4, refined })).recordBytes;
    expect(await Promise.all([bytes(1), bytes(2), bytes(4), bytes(2, true)])).toEqual([20, 36, 68, 79]);
  });

  it('comes nearer with each bit, and nearest refined', async () => {
    const make = randomTokens(4, 32);
    const [sample, others] = [make(2000), make(300)];
    const error = async (bits: ResidualBits, refined = false): Promise<number> =>
      squareError(await trainCodec(sample, { bits, centroids: 16, refined }), others);
    const errors = await Promise.all([error(1), error(2), error(4), error(2, true)]);
    expect(errors).toEqual(errors.toSorted((a, b) => b - a));
    expect(errors[3]).toBeLessThan((errors[2] ?? 0) / 2);
  });

  it.each([1, 2, 4] as const)('puts what a bucket of %d bits stands for back into the bucket', async (bits) => {
    const { cutoffs, weights } = quantileBuckets(randomTokens(8, 16)(200).data, bits);
    const codec = codecOf(bits, [...cutoffs], 8);
    expect([...weights].map((weight) => codec.bucketOf(weight))).toEqual([...weights.keys()]);
  });

  it('decodes to rows of unit length', async () => {
    const vectors = randomTokens(5, 16)(50);
    const codec = await trainCodec(vectors, { centroids: 8 });
    const { data } = codec.decode(await codec.encode(vectors));
    for (let row = 0; row < 50; row++) expect(Math.hypot(...data.subarray(row * 16, row * 16 + 16))).toBeCloseTo(1, 5);
  });

  it('gives the same codec for the same sample', async () => {
    const sample = randomTokens(6, 16)(400);
    const coded = async () => (await trainCodec(sample, { centroids: 8, refined: true })).encode(sample);
    expect(await coded()).toEqual(await coded());
  });

  it('refuses dimensions that do not fill whole bytes', () => {
    expect(() => codecOf(2, [0, 1, 2], 6)).toThrow(RangeError);
  });
});

describe('16-bit floats', () => {
  it('come back as they were, all of them', () => {
    for (let bits = 0; bits < 0x1_0000; bits++) {
      const value = fromHalfBits(bits);
      if (!Number.isNaN(value) && halfBits(value) !== bits) throw new Error(`${bits} became ${halfBits(value)}`);
    }
    expect(halfBits(Number.NaN)).toBe(0x7e00);
  });

  it('are the nearest, of two as near the even one', () => {
    for (let bits = 0; bits < 0x7bff; bits++) {
      const middle = (fromHalfBits(bits) + fromHalfBits(bits + 1)) / 2;
      if (halfBits(middle) !== bits + (bits & 1)) throw new Error(`${middle} became ${halfBits(middle)}`);
      if (halfBits(middle * (1 - 1e-9)) !== bits) throw new Error(`just below ${middle} is not ${bits}`);
    }
    expect(fromHalfBits(halfBits(70_000))).toBe(Infinity);
  });
});
