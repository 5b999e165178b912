import type { ModelIdentity, PairScorer } from '@askg/inference';
import { searchableText } from '../passages/context-text.ts';
import type { Passage } from '../passages/passage.ts';
import { partlyReranked } from './partly-reranked.ts';
import { reasonOf, timeUp } from './reason-of.ts';
import type { RerankOptions, RerankQuery, Reranked, Reranker } from './reranker.ts';
import { TimeLeft } from './time-left.ts';

/** Pairs given to a model in this process at once: little is lost when the time is up. */
const localBatch = 4;

/** A cross-encoder: a model that reads question and passage together, in this process or behind a server. */
export class PairReranker implements Reranker {
  readonly name: string;
  readonly model: ModelIdentity;
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
    this.model = scorer.model;
    this.#scorer = scorer;
    this.#now = now;
    this.#batch = batch;
  }

  async rerank({ text }: RerankQuery, candidates: readonly Passage[], options: RerankOptions = {}): Promise<Reranked> {
    const time = new TimeLeft(options, this.#now);
    const scores: (number | undefined)[] = candidates.map(() => undefined);
    for (let at = 0; at < candidates.length; at += this.#batch) {
      const step = time.next();
      if (!step) return partlyReranked(this.name, scores, timeUp);
      const texts = candidates.slice(at, at + this.#batch).map(searchableText);
      try {
        const given = await this.#scorer.score(text, texts, { priority: 'question', ...step });
        for (const [i, score] of given.subarray(0, texts.length).entries()) {
          if (Number.isFinite(score)) scores[at + i] = score;
        }
      } catch (error) {
        time.checkCancelled(error);
        return partlyReranked(this.name, scores, reasonOf(error));
      }
    }
    return partlyReranked(this.name, scores, 'The model gave no number for them.');
  }

  close(): Promise<void> {
    return this.#scorer.close();
  }
}
