import { setImmediate } from 'node:timers/promises';
import type { ModelIdentity, TokenVectors } from '@askg/inference';
import { maxSimScorer } from '../late-interaction/max-sim.ts';
import type { PassageIndex } from '../passage-index.ts';
import type { Passage } from '../passages/passage.ts';
import { RetrievalError } from '../retrieval-error.ts';
import { queryTokens } from './query-tokens.ts';
import { timeUp } from './reason-of.ts';
import type { RerankOptions, RerankQuery, Reranked, Reranker } from './reranker.ts';

/** Candidates read and scored in one go, about 10 MB, before others may run. */
const stride = 24;

/** Late interaction with token vectors that the indexer has stored; see `maxSimScorer`. */
export class MaxSimReranker implements Reranker {
  readonly name = 'maxsim';
  readonly weight: number | undefined;
  readonly #index: PassageIndex;
  readonly #model: ModelIdentity;
  readonly #now: () => number;

  /**
   * @param model whose tokens are compared @param now milliseconds on any steady clock
   * @param weight what its score counts beside the cosine of the search; by itself it orders alone
   */
  constructor(index: PassageIndex, model: ModelIdentity, now: () => number, weight?: number) {
    this.weight = weight;
    this.#index = index;
    this.#model = model;
    this.#now = now;
  }

  async rerank(
    { tokens }: RerankQuery,
    candidates: readonly Passage[],
    { signal, deadlineMs = Infinity }: RerankOptions = {},
  ): Promise<Reranked> {
    const end = this.#now() + deadlineMs;
    if (!tokens) return this.#without(candidates, 'The model gave no token vectors of the question.');
    const score = maxSimScorer(queryTokens(tokens));
    const scores: (number | undefined)[] = [];
    while (scores.length < candidates.length) {
      if (scores.length > 0) await setImmediate();
      if (signal?.aborted) throw new RetrievalError('retrieval/cancelled', 'The search was cancelled.');
      if (this.#now() >= end) return this.#partly(scores, candidates, timeUp);
      const documents = await this.#tokensOf(candidates.slice(scores.length, scores.length + stride));
      if (documents instanceof Error) return this.#partly(scores, candidates, documents.message);
      for (const document of documents) scores.push(document && score(document));
    }
    return this.#partly(scores, candidates, 'Their token vectors are still being made.');
  }

  async #tokensOf(candidates: readonly Passage[]): Promise<(TokenVectors | undefined)[] | Error> {
    try {
      return await this.#index.tokenVectors(this.#model, candidates);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  #without(candidates: readonly Passage[], reason: string): Reranked {
    return this.#partly([], candidates, reason);
  }

  #partly(scores: (number | undefined)[], candidates: readonly Passage[], reason: string): Reranked {
    const all = candidates.map((_, i) => scores[i]);
    const missing = all.filter((score) => score === undefined).length;
    if (missing === 0) return { scores: all, degraded: [] };
    const used = missing === all.length ? 'fused order' : `${all.length - missing} of ${all.length} passages reranked`;
    return { scores: all, degraded: [{ step: 'rerank', wanted: this.name, used, reason }] };
  }
}
