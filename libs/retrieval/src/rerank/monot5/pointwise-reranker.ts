import type { ModelIdentity, PairScorer, SequenceScorer } from '@askg/inference';
import type { Passage } from '../../passages/passage.ts';
import { PairReranker } from '../pair-reranker.ts';
import { partlyReranked } from '../partly-reranked.ts';
import type { RerankOptions, RerankQuery, Reranked, Reranker } from '../reranker.ts';
import { probability } from './probability.ts';

export type PointwiseSettings = {
  /** Milliseconds on any steady clock. */
  now: () => number;
  /** Passages that are scored, 50 when not given; the others are left without a score. */
  depth?: number | undefined;
  /**
   * What its score counts in a sum with those of the search. With it scores are probabilities, 0 to 1 as those are; without it
   * they are differences of logits, which order finer.
   */
  weight?: number | undefined;
  /** Passages given to the model at once, 4 when not given: of those under way when the time is up none gets a score. */
  batch?: number | undefined;
};

/** A model that says of one passage after the other how much likelier "relevant" is than the other answer. */
export class PointwiseReranker implements Reranker {
  readonly name: string;
  readonly model: ModelIdentity;
  readonly depth: number;
  readonly weight: number | undefined;
  readonly #scorer: PairScorer | SequenceScorer;
  readonly #now: () => number;
  readonly #batch: number;

  constructor(scorer: PairScorer | SequenceScorer, { now, depth = 50, weight, batch = 4 }: PointwiseSettings) {
    this.name = scorer.model.name;
    this.model = scorer.model;
    this.depth = depth;
    this.weight = weight;
    this.#scorer = scorer;
    this.#now = now;
    this.#batch = batch;
  }

  async rerank(query: RerankQuery, candidates: readonly Passage[], options?: RerankOptions): Promise<Reranked> {
    const call = new CountingScorer(this.#scorer, this.weight === undefined ? (score) => score : probability);
    const pairs = new PairReranker(call, this.#now, { batch: this.#batch, depth: this.depth });
    const head = await pairs.rerank(query, candidates.slice(0, this.depth), options);
    const scores = candidates.map((_, i) => head.scores[i]);
    const only = `Only the first ${this.depth} passages are given to the model.`;
    return {
      ...(head.degraded.length > 0 ? { ...head, scores } : partlyReranked(this.name, scores, only)),
      ...(call.truncated === undefined ? {} : { truncated: call.truncated }),
    };
  }

  close(): Promise<void> {
    return this.#scorer.close();
  }
}

/** The scorer for one call: its scores on the scale wanted, and how many passages it has cut. */
class CountingScorer implements PairScorer {
  readonly model: ModelIdentity;
  truncated: number | undefined;
  readonly #scorer: PairScorer | SequenceScorer;
  readonly #scale: (difference: number) => number;

  constructor(scorer: PairScorer | SequenceScorer, scale: (difference: number) => number) {
    this.model = scorer.model;
    this.#scorer = scorer;
    this.#scale = scale;
  }

  async score(...call: Parameters<PairScorer['score']>): Promise<Float32Array> {
    if (!('judge' in this.#scorer)) return (await this.#scorer.score(...call)).map(this.#scale);
    const judgements = await this.#scorer.judge(...call);
    this.truncated = (this.truncated ?? 0) + judgements.filter(({ truncated }) => truncated).length;
    return Float32Array.from(judgements, ({ score }) => this.#scale(score));
  }

  async close(): Promise<void> {
    // The scorer outlives the call.
  }
}
