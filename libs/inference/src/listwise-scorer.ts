import type { ModelIdentity } from './model-identity.ts';
import type { PromptTokenizer } from './prompt-tokenizer.ts';
import type { RunOptions } from './run-options.ts';

/** A prompt that lists passages and ends in a query: its tokens, and the places (from 0) at which each has been read. */
export type ListwisePass = { ids: readonly number[]; passages: readonly number[]; query: number };

export type ListwiseScores = {
  /** A cosine a passage, in their order; comparable within one pass only. */
  scores: Float32Array;
  /** The vectors that they are the cosines of, not scaled to unit length, where the graph gives them. */
  vectors?: { query: Float32Array; passages: Float32Array[] };
};

/** A decoder-only model that scores the passages of one prompt by itself, its projector being part of it. */
export interface ListwiseScorer {
  /** `dimensions` is the length of the projected vectors, `maxTokens` the longest prompt. */
  readonly model: ModelIdentity;
  readonly tokenizer: PromptTokenizer;
  /** Whether it gives vectors with the scores. */
  readonly givesVectors: boolean;

  /**
   * Errors: `inference/too-long` when the prompt has more than `maxTokens` tokens (nothing is cut), `model-failed`, `cancelled`,
   * `deadline`, `closed`. Throws RangeError for a place outside the prompt.
   */
  score(pass: ListwisePass, options?: RunOptions): Promise<ListwiseScores>;

  /** Frees the model; calls under way end with `inference/closed`. */
  close(): Promise<void>;
}
