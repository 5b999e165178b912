import type { ModelIdentity } from '@askg/inference';
import type { Passage } from '../passages/passage.ts';
import type { RerankOptions, RerankQuery, Reranked, Reranker } from '../rerank/reranker.ts';
import type { RerankerSettings } from '../rerank/reranker-settings.ts';

/** Watches a reranker: how long it takes, and what it leaves without a score. */
export class MeasuredReranker implements Reranker {
  /** Milliseconds of all calls. */
  ms = 0;
  candidates = 0;
  unscored = 0;
  /** Undefined where it never says. */
  truncated: number | undefined;
  /** Names of what made the scores. */
  readonly ran = new Set<string>();
  readonly #reranker: Reranker;
  readonly #now: () => number;
  readonly #wish: Pick<RerankerSettings, 'depth' | 'weight'>;

  /** @param wish in place of what the reranker says itself, as the server takes it */
  constructor(reranker: Reranker, now: () => number, wish: Pick<RerankerSettings, 'depth' | 'weight'> = {}) {
    this.#reranker = reranker;
    this.#now = now;
    this.#wish = wish;
  }

  get name(): string {
    return this.#reranker.name;
  }

  get model(): ModelIdentity | undefined {
    return this.#reranker.model;
  }

  get weight(): number | undefined {
    return this.#wish.weight ?? this.#reranker.weight;
  }

  get depth(): number | undefined {
    return this.#wish.depth ?? this.#reranker.depth;
  }

  async rerank(query: RerankQuery, candidates: readonly Passage[], options?: RerankOptions): Promise<Reranked> {
    const start = this.#now();
    const reranked = await this.#reranker.rerank(query, candidates, options);
    this.ms += this.#now() - start;
    this.candidates += candidates.length;
    const unscored = reranked.scores.filter((score) => score === undefined).length;
    this.unscored += unscored;
    if (unscored < candidates.length) this.ran.add(reranked.method ?? this.name);
    if (reranked.truncated !== undefined) this.truncated = (this.truncated ?? 0) + reranked.truncated;
    return reranked;
  }

  async close(): Promise<void> {
    await this.#reranker.close?.();
  }
}
