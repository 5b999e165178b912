import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { EncodedText, ModelIdentity, MultiVectorEncoder } from '@askg/inference';
import { type MaxSimScorer, maxSimScorer } from '../../late-interaction/max-sim.ts';
import type { PassageIndex } from '../../passage-index.ts';
import { searchableText } from '../../passages/context-text.ts';
import type { Passage } from '../../passages/passage.ts';
import { RetrievalError } from '../../retrieval-error.ts';
import { checkTokens } from '../../vectors/check-vector.ts';
import { BoundedMemory } from '../bounded-memory.ts';
import { reasonOf } from '../reason-of.ts';
import type { RerankOptions, RerankQuery, Reranked, Reranker } from '../reranker.ts';
import { questionOptions } from './question-options.ts';
import { ScoredCandidates } from './scored-candidates.ts';

export type ColbertRerankerOptions = {
  /** Milliseconds on any steady clock. */
  now: () => number;
  /** Passages that are scored, 50 when not given: a passage that is not remembered has to be encoded. */
  depth?: number | undefined;
  /** Bytes of vectors of passages that are remembered, 64 MiB when not given: about 700 passages of 180 rows of 128 numbers. */
  memoryBytes?: number | undefined;
  /** Holds token vectors of the model that the indexer has stored; those of other passages are made. */
  stored?: Pick<PassageIndex, 'tokenVectors'> | undefined;
  /** Passages given to the encoder at once, 1 when not given: they are lost when the time is up meanwhile. */
  batch?: number | undefined;
};

/** Passages that need no encoding and are scored in one go before others may run. */
const stride = 24;

type Work = { encoder: MultiVectorEncoder; score: MaxSimScorer; left: () => number; signal: AbortSignal | undefined };

/**
 * Late interaction with an encoder made for it, such as ColBERTv2: the question is encoded, passages are when they were
 * neither before nor by the indexer, and the score of a passage is the mean over the question's rows of the best cosine, `Σ_i max_j q_i · d_j` divided by
 * their number. Scores compare within one question.
 */
export class ColbertReranker implements Reranker {
  readonly name: string;
  readonly model: ModelIdentity;
  readonly depth: number;
  readonly #encoder: MultiVectorEncoder;
  readonly #now: () => number;
  readonly #batch: number;
  /** By the digest of the passage's text. */
  readonly #memory: BoundedMemory<EncodedText>;
  readonly #stored: ColbertRerankerOptions['stored'];

  constructor(
    encoder: MultiVectorEncoder,
    { now, depth = 50, memoryBytes = 64 * 1024 * 1024, stored, batch = 1 }: ColbertRerankerOptions,
  ) {
    this.name = encoder.model.name;
    this.model = encoder.model;
    this.depth = depth;
    this.#encoder = encoder;
    this.#now = now;
    this.#batch = batch;
    this.#memory = new BoundedMemory<EncodedText>(memoryBytes, ({ data }) => data.byteLength);
    this.#stored = stored;
  }

  async rerank(
    { text }: RerankQuery,
    candidates: readonly Passage[],
    { signal, deadlineMs = Infinity }: RerankOptions = {},
  ): Promise<Reranked> {
    const end = this.#now() + deadlineMs;
    const found = new ScoredCandidates(candidates.map(searchableText));
    if (candidates.length === 0) return found.result(this.name, '');
    const left = (): number => end - this.#now();
    try {
      const [query] = await this.#encoder.encodeQuery([text], questionOptions(left(), signal));
      checkTokens(query ?? nothing, this.model);
      const work = { encoder: this.#encoder, score: maxSimScorer(query ?? nothing), left, signal };
      await this.#scoreRemembered(found, work);
      await this.#scoreStored(found, candidates, work);
      await this.#scoreOthers(found, work);
      return found.result(this.name, 'The model gave no vectors for them.');
    } catch (error) {
      if (signal?.aborted) {
        throw new RetrievalError('retrieval/cancelled', 'The search was cancelled.', { cause: error });
      }
      return found.result(this.name, reasonOf(error));
    }
  }

  close(): Promise<void> {
    return this.#encoder.close();
  }

  /** These cost next to nothing, so they come first. */
  async #scoreRemembered(found: ScoredCandidates, { score, signal }: Work): Promise<void> {
    let scored = 0;
    for (const [i, text] of found.texts.entries()) {
      const encoded = this.#memory.get(digestOf(text));
      if (!encoded) continue;
      found.note(i, encoded, score);
      if (++scored % stride === 0) {
        await setImmediate();
        signal?.throwIfAborted();
      }
    }
  }

  async #scoreStored(
    found: ScoredCandidates,
    candidates: readonly Passage[],
    { score, left, signal }: Work,
  ): Promise<void> {
    if (!this.#stored) return;
    const missing = found.missing();
    for (let at = 0; at < missing.length; at += stride) {
      const some = missing.slice(at, at + stride);
      const passages = some.flatMap((i) => candidates[i] ?? []);
      // An index that cannot be read now is no reason to score nothing.
      const tokens = await this.#stored.tokenVectors(this.model, passages).catch(() => []);
      for (const [j, i] of some.entries()) {
        const rows = tokens[j];
        if (rows) found.note(i, { ...rows, truncated: false }, score);
      }
      signal?.throwIfAborted();
      if (left() <= 0) return;
    }
  }

  async #scoreOthers(found: ScoredCandidates, { encoder, score, left, signal }: Work): Promise<void> {
    const missing = found.missing();
    for (let at = 0; at < missing.length; at += this.#batch) {
      const some = missing.slice(at, at + this.#batch);
      const texts = some.map((i) => found.texts[i] ?? '');
      const encoded = await encoder.encodePassages(texts, questionOptions(left(), signal));
      for (const [j, i] of some.entries()) {
        const tokens = encoded[j] ?? nothing;
        checkTokens(tokens, this.model);
        this.#memory.set(digestOf(texts[j] ?? ''), tokens);
        found.note(i, tokens, score);
      }
    }
  }
}

const nothing: EncodedText = { count: 0, dimensions: 0, data: new Float32Array(), truncated: false };

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
