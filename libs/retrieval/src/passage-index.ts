import type { ModelIdentity, TokenVectors } from '@askg/inference';
import type { Passage, PassageFilter } from './passages/passage.ts';

/** A passage as one leg of the search found it. Higher scores are better; they compare within one search only. */
export type PassageHit = { passage: Passage; score: number };

export type SearchOptions = {
  limit: number;
  filter?: PassageFilter;
  signal?: AbortSignal;
};

export type PassageCounts = {
  passages: number;
  /** Passages with a vector of the model asked for. */
  vectors: number;
};

/**
 * Passages that can be searched by words and by vectors, for reading. What another process has written is seen by the next
 * call. Where the index is on a server that cannot be asked, every read ends with `retrieval/unreachable` or
 * `retrieval/server-refused`: part of the passages is never passed off as all.
 */
export interface PassageIndex {
  /** The best passages for these words by BM25, with English stemming; the words are data, never query syntax. */
  searchWords(words: string, options: SearchOptions): Promise<PassageHit[]>;
  /** The nearest passages by the cosine of their vectors, -1 to 1; only those that have a vector of this model. */
  searchVector(model: ModelIdentity, vector: Float32Array, options: SearchOptions): Promise<PassageHit[]>;
  /** Passages by IRI, in the order asked for; those not there are left out. */
  passages(iris: readonly string[]): Promise<Passage[]>;
  /** The token vectors kept of these passages, in their order; undefined where there are none (yet). */
  tokenVectors(model: ModelIdentity, passages: readonly Passage[]): Promise<(TokenVectors | undefined)[]>;
  /** The terms of each text as the word index sees them: lower case, stemmed, without stop words; repeated as they occur. */
  terms(texts: readonly string[]): Promise<string[][]>;
  counts(model?: ModelIdentity): Promise<PassageCounts>;
  close(): Promise<void>;
}
