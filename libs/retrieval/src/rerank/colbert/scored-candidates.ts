import type { EncodedText } from '@askg/inference';
import type { MaxSimScorer } from '../../late-interaction/max-sim.ts';
import { partlyReranked } from '../partly-reranked.ts';
import type { Reranked } from '../reranker.ts';

/** What is known of the candidates of one question so far. */
export class ScoredCandidates {
  readonly texts: readonly string[];
  readonly #scores: (number | undefined)[];
  #truncated = 0;

  constructor(texts: readonly string[]) {
    this.texts = texts;
    this.#scores = texts.map(() => undefined);
  }

  /** Scores the candidate of this place. */
  note(place: number, encoded: EncodedText, score: MaxSimScorer): void {
    this.#scores[place] = score(encoded);
    if (encoded.truncated) this.#truncated++;
  }

  /** Places of those without a score. */
  missing(): number[] {
    return this.#scores.flatMap((score, place) => (score === undefined ? [place] : []));
  }

  /** @param reason why some have no score, should there be any */
  result(reranker: string, reason: string): Reranked {
    return { ...partlyReranked(reranker, this.#scores, reason), truncated: this.#truncated };
  }
}
