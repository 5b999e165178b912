import type { Embedder, ModelIdentity, TextVectors, TokenVectors } from '@askg/inference';
import { type SyntheticVectors, dimensions } from './synthetic-vectors.ts';

export const model: ModelIdentity = { name: 'synthetic', digest: '5'.repeat(64), dimensions, maxTokens: 512 };
const questionTokens = 32;

/** Gives the vectors of questions without a model and without taking time: each is near some text of the library. */
export class SyntheticEmbedder implements Embedder {
  readonly model = model;
  readonly #vectors: SyntheticVectors;
  readonly #passages: number;
  #asked = 0;

  /** @param passages how many the library holds */
  constructor(vectors: SyntheticVectors, passages: number) {
    this.#vectors = vectors;
    this.#passages = passages;
  }

  async embed(_: 'query' | 'passage', texts: readonly string[]): Promise<Float32Array[]> {
    return texts.map(() => questionVector(this.#vectors, this.#asked++, this.#passages));
  }

  async embedTokens(kind: 'query' | 'passage', texts: readonly string[]): Promise<TextVectors[]> {
    const vectors = await this.embed(kind, texts);
    return vectors.map((vector) => ({ vector, tokens: tokensOf(this.#vectors, this.#asked, questionTokens) }));
  }

  async close(): Promise<void> {}
}

/** A question about one of the first so many texts: near to it, and as near to its neighbours. */
export function questionVector(vectors: SyntheticVectors, question: number, passages: number): Float32Array {
  return vectors.of((question * 7919) % passages, 1);
}

export function tokensOf(vectors: SyntheticVectors, text: number, count: number): TokenVectors {
  const data = new Float32Array(count * dimensions);
  for (let token = 0; token < count; token++) data.set(vectors.of(text * 1000 + token, 2), token * dimensions);
  return { count, dimensions, data };
}
