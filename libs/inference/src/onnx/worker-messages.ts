import type { Pooling, Rows } from './pooling.ts';

/** What a worker thread is started with. */
export type WorkerSetup = {
  weights: string;
  tokenizer: string;
  /** Files of other content are refused. */
  digests: { weights: string; tokenizer: string };
  maxTokens: number;
  task: { type: 'embed'; pooling: Pooling; dimensions: number } | { type: 'score' };
};

export type EmbedItem = { text: string; tokens: boolean };
export type EmbedResult = { vector: Float32Array; tokens?: Rows };
export type ScoreItem = { query: string; passage: string };
export type ScoreResult = number;

export type WorkerRequest<Item> = { type: 'run'; items: readonly Item[] } | { type: 'close' };

export type WorkerReply<Result> =
  | { type: 'ready' }
  /** The model cannot be loaded; the thread ends. */
  | { type: 'refused'; detail: string }
  | { type: 'done'; results: Result[] }
  /** This input failed; the thread goes on. */
  | { type: 'failed'; detail: string };
