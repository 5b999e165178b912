import type { TokenVectors } from '@askg/inference';

export type ClusteredVectors = {
  documents: readonly TokenVectors[];
  /** All documents' vectors in one array. */
  data: Float32Array;
  queries: readonly TokenVectors[];
};

const topics = 2000;
const documentNoise = 0.7;
const queryNoise = 0.4;
const queryTokens = 32;
const queryCount = 30;

/**
 * Token vectors without a model: each is a topic of 2,000 random directions plus noise, so that clustering has something to
 * find; a query is 32 tokens of one document, drawn with repetition, plus less noise. The same sizes give the same vectors.
 */
export function clusteredVectors(documents: number, tokens: number, dimensions: number): ClusteredVectors {
  const random = generator(7);
  const normal = normals(random);
  const noisy = (from: Float32Array, to: Float32Array, noise: number): void => {
    let squares = 0;
    for (let k = 0; k < dimensions; k++) {
      const x = (from[k] as number) + (noise * normal()) / Math.sqrt(dimensions);
      to[k] = x;
      squares += x * x;
    }
    const norm = Math.sqrt(squares);
    for (let k = 0; k < dimensions; k++) to[k] = (to[k] as number) / norm;
  };
  const row = (data: Float32Array, i: number): Float32Array => data.subarray(i * dimensions, (i + 1) * dimensions);
  const below = (limit: number): number => Math.floor(random() * limit);

  const zero = new Float32Array(dimensions);
  const centres = new Float32Array(topics * dimensions);
  for (let i = 0; i < topics; i++) noisy(zero, row(centres, i), 1);
  const data = new Float32Array(documents * tokens * dimensions);
  for (let i = 0; i < documents * tokens; i++) noisy(row(centres, below(topics)), row(data, i), documentNoise);
  const queries = Array.from({ length: queryCount }, (): TokenVectors => {
    const source = below(documents);
    const query = new Float32Array(queryTokens * dimensions);
    for (let i = 0; i < queryTokens; i++) noisy(row(data, source * tokens + below(tokens)), row(query, i), queryNoise);
    return { count: queryTokens, dimensions, data: query };
  });
  const size = tokens * dimensions;
  return {
    data,
    queries,
    documents: Array.from({ length: documents }, (_, i) => ({
      count: tokens,
      dimensions,
      data: data.subarray(i * size, (i + 1) * size),
    })),
  };
}

/** Numbers from 0 up to but not including 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Normally distributed numbers, two at a time by the method of Box and Muller. */
function normals(random: () => number): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
