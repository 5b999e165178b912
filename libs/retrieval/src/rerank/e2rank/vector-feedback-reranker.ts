import type { Embedder, ModelIdentity } from '@askg/inference';
import type { Passage } from '../../passages/passage.ts';
import { unscored } from '../partly-reranked.ts';
import { reasonOf } from '../reason-of.ts';
import type { RerankOptions, RerankQuery, Reranked, Reranker } from '../reranker.ts';
import { type GivenVectors, type PassageVectors, checkSameModel } from './passage-vectors.ts';
import { scoreByVector } from './score-by-vector.ts';
import { TimeLeft } from '../time-left.ts';
import { addTo, unit } from './vector-sums.ts';

export type FeedbackSettings = {
  /** First candidates taken to be relevant, 3 when not given. */
  feedback?: number | undefined;
  /** Share of the query, 1 when not given. */
  alpha?: number | undefined;
  /** Share of the mean of those candidates, 0.5 when not given. */
  beta?: number | undefined;
};

/**
 * Pseudo-relevance feedback in the space of an embedder's vectors (Rocchio): the first candidates are taken to be relevant, and all
 * are compared with `unit(alpha query + beta mean(first candidates))`. It is no E2Rank, whose model reads the
 * candidates. Where the query cannot be embedded, the candidates' vectors alone stand for it, and that is said.
 */
export class VectorFeedbackReranker implements Reranker {
  readonly name: string;
  readonly model: ModelIdentity;
  readonly #embedder: Embedder | undefined;
  readonly #passages: PassageVectors;
  readonly #now: () => number;
  readonly #settings: FeedbackSettings;

  /**
   * @param embedder of the query; without it the first candidates alone stand for it
   * @param now milliseconds on any steady clock
   * @throws RetrievalError retrieval/wrong-vector when the passages' vectors are another model's
   */
  constructor(
    embedder: Embedder | undefined,
    passages: PassageVectors,
    now: () => number,
    settings: FeedbackSettings = {},
  ) {
    if (embedder) checkSameModel(embedder.model, passages.model);
    this.name = `vector PRF, not E2Rank (${passages.model.name})`;
    this.model = passages.model;
    this.#embedder = embedder;
    this.#passages = passages;
    this.#now = now;
    this.#settings = settings;
  }

  async rerank({ text }: RerankQuery, candidates: readonly Passage[], options: RerankOptions = {}): Promise<Reranked> {
    if (candidates.length === 0) return { scores: [], degraded: [] };
    const time = new TimeLeft(options, this.#now);
    const query = await this.#query(text, time);
    const given = await this.#passages.vectors(candidates, time.options());
    const centre = this.#centre(query instanceof Float32Array ? query : undefined, given);
    if (!centre) return unscored(this.name, candidates, given.missing ?? query);
    const reranked = scoreByVector(this.name, centre, given);
    if (query instanceof Float32Array) return reranked;
    const degraded = { step: 'rerank', wanted: this.name, used: 'feedback without the query', reason: reasonOf(query) };
    return { ...reranked, degraded: [...reranked.degraded, degraded] };
  }

  /** The query's vector, or why there is none. */
  async #query(text: string, time: TimeLeft): Promise<unknown> {
    if (!this.#embedder) return 'There is no embedder for the query.';
    try {
      const [query] = await this.#embedder.embed('query', [text], time.options());
      return query;
    } catch (error) {
      time.checkCancelled(error);
      return error;
    }
  }

  #centre(query: Float32Array | undefined, { vectors }: GivenVectors): Float32Array | undefined {
    const { feedback = 3, alpha = 1, beta = 0.5 } = this.#settings;
    const sum = new Float32Array(this.model.dimensions);
    const first = vectors.slice(0, feedback).flatMap((vector) => vector ?? []);
    if (query) addTo(sum, query, alpha);
    for (const vector of first) addTo(sum, vector, beta / first.length);
    return sum.some((x) => x !== 0) ? unit(sum) : undefined;
  }
}
