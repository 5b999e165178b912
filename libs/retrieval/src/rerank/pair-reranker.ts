import type { PairScorer } from '@askg/inference';
import { searchableText } from '../passages/context-text.ts';
import type { Passage } from '../passages/passage.ts';
import { RetrievalError } from '../retrieval-error.ts';
import type { RerankOptions, RerankQuery, Reranked, Reranker } from './reranker.ts';

/** Pairs given to a model in this process at once: little is lost when the time is up. */
const localBatch = 4;

/** A cross-encoder: a model that reads question and passage together, in this process or behind a server. */
export class PairReranker implements Reranker {
  readonly name: string;
  readonly depth: number;
  readonly #scorer: PairScorer;
  readonly #now: () => number;
  readonly #batch: number;

  /**
   * @param now milliseconds on any steady clock
   * @param batch pairs given to the scorer at once; a server wants all of them, since each call costs a way there and back
   * @param depth passages that are scored, 50 when not given: about two seconds of a small model on one core
   */
  constructor(
    scorer: PairScorer,
    now: () => number,
    { batch = localBatch, depth = 50 }: { batch?: number; depth?: number } = {},
  ) {
    this.depth = depth;
    this.name = scorer.model.name;
    this.#scorer = scorer;
    this.#now = now;
    this.#batch = batch;
  }

  async rerank(
    { text }: RerankQuery,
    candidates: readonly Passage[],
    { signal, deadlineMs = Infinity }: RerankOptions = {},
  ): Promise<Reranked> {
    const end = this.#now() + deadlineMs;
    const scores: (number | undefined)[] = candidates.map(() => undefined);
    for (let at = 0; at < candidates.length; at += this.#batch) {
      const left = end - this.#now();
      if (left <= 0) return this.#partly(scores, 'The time for the answer was used up.');
      const texts = candidates.slice(at, at + this.#batch).map(searchableText);
      try {
        const given = await this.#scorer.score(text, texts, {
          priority: 'question',
          ...(signal ? { signal } : {}),
          ...(left === Infinity ? {} : { deadlineMs: left }),
        });
        for (const [i, score] of given.subarray(0, texts.length).entries()) {
          if (Number.isFinite(score)) scores[at + i] = score;
        }
      } catch (error) {
        if (signal?.aborted) {
          throw new RetrievalError('retrieval/cancelled', 'The search was cancelled.', { cause: error });
        }
        return this.#partly(scores, error instanceof Error ? error.message : String(error));
      }
    }
    return this.#partly(scores, 'The model gave no number for them.');
  }

  #partly(scores: (number | undefined)[], reason: string): Reranked {
    const given = scores.filter((score) => score !== undefined).length;
    if (given === scores.length) return { scores, degraded: [] };
    const used = given === 0 ? 'the order before' : `${given} of ${scores.length} passages reranked`;
    return { scores, degraded: [{ step: 'rerank', wanted: this.name, used, reason }] };
  }
}
