import type { TokenVectors } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { randomTokens } from '../testing/random-tokens.ts';
import { kMeans } from './k-means.ts';
import { NearestRows } from './nearest-rows.ts';
import { sampleOf, seededRandom } from './sample.ts';
import { sampleTokens } from './sample-tokens.ts';

const dot = (a: TokenVectors, i: number, b: TokenVectors, j: number): number =>
  Array.from({ length: a.dimensions }, (_, k) => k).reduce(
    (sum, k) => sum + (a.data[i * a.dimensions + k] ?? 0) * (b.data[j * a.dimensions + k] ?? 0),
    0,
  );

describe('the nearest row', () => {
  it.each([
    [1, 1, 8],
    [37, 129, 16],
    [1030, 300, 4],
    [20, 11, 6],
  ])('of %d vectors among %d rows of %d dimensions is that of a naive search', async (count, among, dimensions) => {
    const make = randomTokens(8, dimensions);
    const [vectors, rows] = [make(count), make(among)];
    const found = await new NearestRows(rows).of(vectors);
    for (const [i, nearest] of found.entries()) {
      const products = Array.from({ length: among }, (_, j) => dot(vectors, i, rows, j));
      expect(products[nearest]).toBeCloseTo(Math.max(...products), 6);
    }
  });

  it('is the first of equal ones', async () => {
    const row = [0, 1, 0, 0];
    const rows = { count: 5, dimensions: 4, data: Float32Array.from([1, 0, 0, 0, ...row, ...row, ...row, ...row]) };
    const one = { count: 1, dimensions: 4, data: Float32Array.from(row) };
    expect([...(await new NearestRows(rows).of(one))]).toEqual([1]);
  });
});

describe('k-means', () => {
  const vectors = randomTokens(9, 16)(600);
  const fitOf = async (iterations: number): Promise<number> => {
    const centroids = await kMeans(vectors, { count: 12, iterations, seed: 5 });
    const nearest = await new NearestRows(centroids).of(vectors);
    return Array.from(nearest, (j, i) => dot(vectors, i, centroids, j)).reduce((sum, x) => sum + x, 0);
  };

  it('brings centroids nearer to the vectors with each round', async () => {
    const fits = await Promise.all([0, 1, 2, 3, 4].map(fitOf));
    for (let i = 1; i < fits.length; i++) expect(fits[i]).toBeGreaterThan((fits[i - 1] ?? 0) - 1e-4);
    expect(fits[4]).toBeGreaterThan(1.05 * (fits[0] ?? 0));
  });

  it('gives the same centroids for the same seed and others for another', async () => {
    const of = (seed: number) => kMeans(vectors, { count: 12, iterations: 2, seed });
    expect(await of(1)).toEqual(await of(1));
    expect(await of(1)).not.toEqual(await of(2));
  });

  it('stops when it is cancelled', async () => {
    const cancelled = kMeans(vectors, { count: 12, iterations: 2, seed: 1, signal: AbortSignal.abort() });
    await expect(cancelled).rejects.toMatchObject({ code: 'retrieval/cancelled' });
  });

  it('makes no more centroids than there are vectors', async () => {
    expect((await kMeans(randomTokens(1, 8)(3), { count: 50, iterations: 4, seed: 1 })).count).toBe(3);
  });

  it('keeps centroids that no vector is nearest to', async () => {
    const same = { count: 20, dimensions: 4, data: Float32Array.from({ length: 80 }, (_, i) => (i % 4 === 0 ? 1 : 0)) };
    const { data } = await kMeans(same, { count: 3, iterations: 2, seed: 1 });
    expect([...data]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]);
  });
});

describe('a sample', () => {
  it('of token vectors takes them from all documents', () => {
    const documents = [randomTokens(1, 4)(3), randomTokens(2, 4)(0), randomTokens(3, 4)(5)];
    const data = documents.flatMap((document) => [...document.data]);
    expect([...sampleTokens(documents, 8).data]).toEqual(data);
    const some = sampleTokens(documents, 4);
    expect(some.count).toBe(4);
    for (let i = 0; i < 4; i++) expect(data.join()).toContain(some.data.subarray(i * 4, i * 4 + 4).join());
  });

  it('is of different numbers, rising, each as likely as another', () => {
    const times = new Uint32Array(20);
    const random = seededRandom(3);
    for (let i = 0; i < 2000; i++) {
      const sample = [...sampleOf(20, 5, random)];
      expect(sample).toEqual([...new Set(sample)].toSorted((a, b) => a - b));
      for (const number of sample) times[number] = (times[number] ?? 0) + 1;
    }
    expect(Math.min(...times)).toBeGreaterThan(420);
    expect(Math.max(...times)).toBeLessThan(580);
  });

  it('is all where all are wanted', () => {
    expect([...sampleOf(4, 9, seededRandom(1))]).toEqual([0, 1, 2, 3]);
  });
});
