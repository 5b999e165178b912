import { setImmediate } from 'node:timers/promises';
import type { ModelIdentity, TokenVectors } from '@askg/inference';
import { maxSim } from '../late-interaction/max-sim.ts';
import type { PassageIndex } from '../passage-index.ts';
import type { Passage } from '../passages/passage.ts';
import { RetrievalError } from '../retrieval-error.ts';
import type { RerankOptions, RerankQuery, Reranked, Reranker } from './reranker.ts';

/** Question tokens beyond these are left out: a pasted page would cost seconds, and its beginning says what it is about. */
const maxQueryTokens = 96;
/** Candidates scored in one go, about 10 ms, before others may run. */
const stride = 8;

/** Late interaction with token vectors that the indexer has stored; see `maxSim`. */
export class MaxSimReranker implements Reranker {
  readonly name = 'maxsim';
  readonly #index: PassageIndex;
  readonly #model: ModelIdentity;
  readonly #now: () => number;

  /** @param model whose tokens are compared @param now milliseconds on any steady clock */
  constructor(index: PassageIndex, model: ModelIdentity, now: () => number) {
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
    const query = firstTokens(tokens, maxQueryTokens);
    const documents = await this.#tokensOf(candidates);
    if (documents instanceof Error) return this.#without(candidates, documents.message);
    const scores: (number | undefined)[] = [];
    for (const [i, document] of documents.entries()) {
      if (i > 0 && i % stride === 0) await setImmediate();
      if (signal?.aborted) throw new RetrievalError('retrieval/cancelled', 'The search was cancelled.');
      if (this.#now() >= end) {
        return this.#partly(scores, candidates, 'The time for the answer was used up.');
      }
      scores.push(document && maxSim(query, document));
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

function firstTokens({ count, dimensions, data }: TokenVectors, limit: number): TokenVectors {
  const kept = Math.min(count, limit);
  return { count: kept, dimensions, data: data.subarray(0, kept * dimensions) };
}
