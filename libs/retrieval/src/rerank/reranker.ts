import type { Degraded } from '@askg/contract';
import type { ModelIdentity, TokenVectors } from '@askg/inference';
import type { Passage } from '../passages/passage.ts';

export type RerankQuery = {
  text: string;
  /** Token vectors of the question, where the embedder gave them. */
  tokens?: TokenVectors;
};

export type RerankOptions = {
  signal?: AbortSignal;
  /** Milliseconds from the call; what has no score by then is left without. */
  deadlineMs?: number;
};

/** A score for each candidate, in their order; undefined for those that it could not look at. Higher is better. */
export type Reranked = {
  scores: (number | undefined)[];
  degraded: Degraded[];
  /** What made the scores, where that is not what bears the name of the reranker: a fallback goes by its own name. */
  method?: string;
  /** Candidates that were cut before they were read, where that is known. */
  truncated?: number;
};

/**
 * Judges candidates more closely than the search could. It never fails for want of time or of a model: it leaves candidates
 * without a score, and says so in `degraded`.
 */
export interface Reranker {
  readonly name: string;
  /** The model that makes the scores, for the answer to name. */
  readonly model?: ModelIdentity | undefined;
  /**
   * What its score counts in a sum with those of the search: for scores that are cosines too. Without it its order takes the
   * place of the one before.
   */
  readonly weight?: number | undefined;
  /** Most passages that it is given, where it is too slow for all of those that are reranked. */
  readonly depth?: number | undefined;
  rerank(query: RerankQuery, candidates: readonly Passage[], options?: RerankOptions): Promise<Reranked>;
  /** Frees its model. */
  close?(): Promise<void>;
}
