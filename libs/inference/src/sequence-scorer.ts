import type { PairScorer } from './pair-scorer.ts';
import type { RunOptions } from './run-options.ts';

/** What a model says of one passage. */
export type PairJudgement = {
  /** Logit of "relevant" less the logit of the other answer: unbounded, 0 where the model does not know. */
  score: number;
  /** Whether a part of the passage, or of the query, was not read. */
  truncated: boolean;
};

/** A pair scorer that has a sequence-to-sequence model answer with one of two words, and also says what it had to cut. */
export interface SequenceScorer extends PairScorer {
  /** One judgement a passage, in their order; `score` gives the same scores. Errors are `InferenceError`s. */
  judge(query: string, passages: readonly string[], options?: RunOptions): Promise<PairJudgement[]>;
}
