import type { TextKind, TokenVectors } from '../embedder.ts';
import type { CausalSetup } from './causal-task.ts';
import type { ListwiseSetup } from './listwise/listwise-task.ts';
import type { MultiVectorSetup } from './multi-vector/multi-vector-task.ts';
import type { Pooling } from './pooling.ts';
import type { SequenceSetup } from './sequence/sequence-task.ts';

/** What a worker thread is started with. */
export type WorkerSetup = {
  weights: string;
  tokenizer: string;
  /** Files of other content are refused. */
  digests: { weights: string; tokenizer: string };
  maxTokens: number;
  task:
    | { type: 'embed'; pooling: Pooling; dimensions: number }
    | { type: 'score' }
    | MultiVectorSetup
    | CausalSetup
    | ListwiseSetup
    | SequenceSetup;
};

/** `tokens` asks for the vectors of the tokens, as those of a query with their weights. */
export type EmbedItem = { text: string; tokens: TextKind | false };
export type EmbedResult = { vector: Float32Array; tokens?: TokenVectors };
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
