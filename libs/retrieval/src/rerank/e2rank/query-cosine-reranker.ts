import type { Embedder, ModelIdentity } from '@askg/inference';
import type { Passage } from '../../passages/passage.ts';
import { unscored } from '../partly-reranked.ts';
import type { RerankOptions, RerankQuery, Reranked, Reranker } from '../reranker.ts';
import { type PassageVectors, checkSameModel } from './passage-vectors.ts';
import { scoreByVector } from './score-by-vector.ts';
import { TimeLeft } from '../time-left.ts';
import { unit } from './vector-sums.ts';

/** The cosine of query and passage by any embedder, each read by itself. */
export class QueryCosineReranker implements Reranker {
  readonly name: string;
  readonly model: ModelIdentity;
  readonly #embedder: Embedder;
  readonly #passages: PassageVectors;
  readonly #now: () => number;

  /**
   * @param now milliseconds on any steady clock
   * @throws RetrievalError retrieval/wrong-vector when the passages' vectors are another model's
   */
  constructor(embedder: Embedder, passages: PassageVectors, now: () => number) {
    checkSameModel(embedder.model, passages.model);
    this.name = `query cosine (${embedder.model.name})`;
    this.model = embedder.model;
    this.#embedder = embedder;
    this.#passages = passages;
    this.#now = now;
  }

  async rerank({ text }: RerankQuery, candidates: readonly Passage[], options: RerankOptions = {}): Promise<Reranked> {
    if (candidates.length === 0) return { scores: [], degraded: [] };
    const time = new TimeLeft(options, this.#now);
    try {
      const [query = new Float32Array()] = await this.#embedder.embed('query', [text], time.options());
      return scoreByVector(this.name, unit(query), await this.#passages.vectors(candidates, time.options()));
    } catch (error) {
      time.checkCancelled(error);
      return unscored(this.name, candidates, error);
    }
  }
}
