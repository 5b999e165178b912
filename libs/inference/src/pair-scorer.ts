import type { ModelIdentity } from './model-identity.ts';
import type { RunOptions } from './run-options.ts';

/** Reads a question and a passage together (a cross-encoder) and says how well the passage answers. */
export interface PairScorer {
  readonly model: ModelIdentity;

  /**
   * One score a passage, in their order: a local model's raw logit, a server's relevance; higher is better, comparable within
   * one query only. A passage that a server left out has NaN.
   */
  score(query: string, passages: readonly string[], options?: RunOptions): Promise<Float32Array>;

  /** Frees the model; calls under way end with `inference/closed`. */
  close(): Promise<void>;
}
