import type { Problem } from '@askg/contract';

/** What the indexer process says. */
export type IndexerReport =
  /** Another process keeps the index; this one takes over when that ends. */
  | { type: 'waiting' }
  | { type: 'working' }
  | { type: 'progress'; step: 'words' | 'vectors' | 'tokens'; done: number; total: number; paper: string }
  /** Every paper of this commit can be searched by words, but those that failed. */
  | { type: 'words'; commit: number; added: number; removed: number }
  /** Every passage of this commit has its vector, but those of papers that failed. */
  | { type: 'vectors'; commit: number; added: number }
  | { type: 'failed'; paper: string; code: string; detail: string }
  | { type: 'fetching'; model: string; bytes: number; total: number }
  | { type: 'model'; model: string }
  /** No model: words only. */
  | { type: 'no-model'; problem: Problem }
  /** The model whose vectors of passages were to be stored cannot be opened. */
  | { type: 'no-tokens'; problem: Problem }
  /** Every passage of this commit has the vectors of that model, but those of papers that failed. */
  | { type: 'tokens'; commit: number; added: number }
  /** The server that embeds cannot be used now; it is asked again later. Words are indexed meanwhile. */
  | { type: 'no-vectors'; problem: Problem }
  /** The server that keeps the index cannot be reached; the process ends, and another goes on later. */
  | { type: 'interrupted'; problem: Problem }
  /** The index cannot be kept; the process ends. */
  | { type: 'broken'; problem: Problem };

/** What is heard of the indexer from outside: the process may also be lost, and is then started again. */
export type IndexerNews = IndexerReport | { type: 'lost'; detail: string };
