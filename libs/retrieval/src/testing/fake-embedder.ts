import type { Embedder, ModelIdentity, TextVectors, TokenVectors } from '@askg/inference';

/** Words that mean the same to the fake model. */
const synonyms: Record<string, string> = { car: 'automobile', cars: 'automobile', vehicle: 'automobile' };

/**
 * A deterministic stand-in for a model: each word has a direction that follows from its letters (synonyms share one), a text
 * has the normalised sum of its words. Texts with common words are near each other, as with a real one.
 */
export class FakeEmbedder implements Embedder {
  readonly model: ModelIdentity;
  readonly calls: { kind: 'query' | 'passage'; texts: readonly string[]; priority: string | undefined }[] = [];
  /** Throws what it returns, when it returns something, before texts are embedded. */
  failure: (texts: readonly string[]) => Error | undefined = () => undefined;

  constructor({ name = 'fake', digest = 'e'.repeat(64), dimensions = 32 }: Partial<ModelIdentity> = {}) {
    this.model = { name, digest, dimensions, maxTokens: 512 };
  }

  async embed(
    kind: 'query' | 'passage',
    texts: readonly string[],
    options?: Parameters<Embedder['embed']>[2],
  ): Promise<Float32Array[]> {
    return (await this.embedTokens(kind, texts, options)).map(({ vector }) => vector);
  }

  async embedTokens(
    kind: 'query' | 'passage',
    texts: readonly string[],
    options?: Parameters<Embedder['embed']>[2],
  ): Promise<TextVectors[]> {
    options?.signal?.throwIfAborted();
    this.calls.push({ kind, texts, priority: options?.priority });
    const failure = this.failure(texts);
    if (failure) throw failure;
    return texts.map((text) => this.#vectors(text));
  }

  async close(): Promise<void> {}

  #vectors(text: string): TextVectors {
    const { dimensions } = this.model;
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['nothing'];
    const data = new Float32Array(words.length * dimensions);
    const sum = new Float32Array(dimensions);
    for (const [i, word] of words.entries()) {
      const direction = wordVector(synonyms[word] ?? word, dimensions);
      data.set(direction, i * dimensions);
      for (const [k, x] of direction.entries()) sum[k] = (sum[k] ?? 0) + x;
    }
    const tokens: TokenVectors = { count: words.length, dimensions, data };
    return { vector: normalised(sum), tokens };
  }
}

/** A direction that follows from the letters: the states of a small generator seeded by them. */
function wordVector(word: string, dimensions: number): Float32Array {
  let state = 2166136261;
  for (const letter of word) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619);
  return normalised(
    Float32Array.from({ length: dimensions }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      return ((state >>> 8) & 0xffff) / 0xffff - 0.5;
    }),
  );
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
}
