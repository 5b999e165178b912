import { type Embedder, InferenceError, type ModelIdentity, type TextVectors } from '@askg/inference';

const clusters = 2000;

/** Vectors in clusters, as those of real texts are, from a seeded generator: the place of a text decides nothing. */
export class SyntheticEmbedder implements Embedder {
  readonly model: ModelIdentity = { name: 'synthetic', digest: '5'.repeat(64), dimensions: 384, maxTokens: 512 };
  readonly #random: () => number;
  readonly #centres: Float32Array[];

  constructor(seed: number) {
    this.#random = generator(seed);
    const fixed = generator(1);
    this.#centres = Array.from({ length: clusters }, () => gaussians(this.model.dimensions, fixed));
  }

  async embed(_: 'query' | 'passage', texts: readonly string[]): Promise<Float32Array[]> {
    return texts.map(() => {
      const centre = this.#centres[Math.floor(this.#random() * clusters)] ?? new Float32Array();
      const noise = gaussians(this.model.dimensions, this.#random);
      const vector = centre.map((x, k) => x + 0.7 * (noise[k] ?? 0));
      const length = Math.hypot(...vector);
      return vector.map((x) => x / length);
    });
  }

  embedTokens(): Promise<TextVectors[]> {
    return Promise.reject(new InferenceError('inference/no-token-vectors', 'Synthetic vectors have no tokens.'));
  }

  async close(): Promise<void> {}
}

/** Numbers from 0 to 1, the same for the same seed (xorshift32). */
export function generator(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function gaussians(count: number, random: () => number): Float32Array {
  return Float32Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random()),
  );
}
