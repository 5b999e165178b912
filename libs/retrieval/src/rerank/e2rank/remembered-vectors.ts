import type { ModelIdentity, RunOptions } from '@askg/inference';
import type { Passage } from '../../passages/passage.ts';
import { RetrievalError } from '../../retrieval-error.ts';
import { checkVector } from '../../vectors/check-vector.ts';
import { type VectorCache, cacheKey } from '../../vectors/vector-cache.ts';
import { BoundedMemory } from '../bounded-memory.ts';
import { reasonOf, timeUp } from '../reason-of.ts';
import type { GivenVectors, PassageVectors } from './passage-vectors.ts';
import { unit } from './vector-sums.ts';

export type RememberedVectorsOptions = {
  /** What the model is given for a passage; its digest is what a vector is kept under. */
  textOf: (passage: Passage) => string;
  /** Vectors of these texts, of any length. */
  encode: (texts: string[], options: RunOptions) => Promise<Float32Array[]>;
  /** Milliseconds on any steady clock. */
  now: () => number;
  /** Vectors that are kept, 10,000 when not given: 40 MB of a model with 1,024 dimensions. */
  entries?: number | undefined;
  /** Texts given to the model at once, 4 when not given: little is lost when the time is up. */
  batch?: number | undefined;
  /** Where vectors of the same model may lie already, by these texts. */
  kept?: VectorCache | undefined;
};

/**
 * Vectors of passages, each made once and then remembered for as long as others are not asked for more lately. They are kept under
 * the digests of model and text, so that a changed passage or another model has none.
 */
export class RememberedVectors implements PassageVectors {
  readonly model: ModelIdentity;
  readonly #options: Required<Pick<RememberedVectorsOptions, 'textOf' | 'encode' | 'now'>> & RememberedVectorsOptions;
  readonly #vectors: BoundedMemory<Float32Array>;

  constructor(model: ModelIdentity, options: RememberedVectorsOptions) {
    this.model = model;
    this.#options = options;
    this.#vectors = new BoundedMemory(options.entries ?? 10_000);
  }

  /** How many are remembered. */
  get size(): number {
    return this.#vectors.size;
  }

  async vectors(passages: readonly Passage[], options: RunOptions = {}): Promise<GivenVectors> {
    const texts = passages.map(this.#options.textOf);
    const vectors = texts.map((text) => this.#recall(text));
    const wanted = [...new Set(texts.filter((_, i) => vectors[i] === undefined))];
    const { made, missing } = await this.#make(wanted, options);
    const all = vectors.map((vector, i) => vector ?? made.get(texts[i] ?? ''));
    return missing === undefined ? { vectors: all } : { vectors: all, missing };
  }

  async #make(
    texts: readonly string[],
    { signal, deadlineMs = Infinity, priority }: RunOptions,
  ): Promise<{ made: Map<string, Float32Array>; missing?: string }> {
    const { now, encode, batch = 4 } = this.#options;
    const end = now() + deadlineMs;
    const made = new Map<string, Float32Array>();
    for (let at = 0; at < texts.length; at += batch) {
      const left = end - now();
      if (left <= 0) return { made, missing: timeUp };
      const some = texts.slice(at, at + batch);
      try {
        const given = await encode(some, {
          ...(signal ? { signal } : {}),
          ...(left === Infinity ? {} : { deadlineMs: left }),
          ...(priority ? { priority } : {}),
        });
        for (const [i, text] of some.entries()) made.set(text, this.#remember(text, given[i]));
      } catch (cause) {
        if (signal?.aborted) throw new RetrievalError('retrieval/cancelled', 'The search was cancelled.', { cause });
        return { made, missing: reasonOf(cause) };
      }
    }
    return { made };
  }

  #recall(text: string): Float32Array | undefined {
    const key = cacheKey(this.model, text);
    const vector = this.#vectors.get(key) ?? this.#options.kept?.get(this.model, text);
    if (vector) this.#vectors.set(key, vector);
    return vector;
  }

  /** @throws RetrievalError retrieval/wrong-vector */
  #remember(text: string, given: Float32Array = new Float32Array()): Float32Array {
    checkVector(given, this.model);
    const vector = unit(given);
    this.#vectors.set(cacheKey(this.model, text), vector);
    return vector;
  }
}
