import type { Problem, Timings } from '@askg/contract';
import type { ReadStage } from './read-paper.ts';

/** What a worker is asked: to take one file and read it. It ends when the channel closes, or by SIGTERM. */
export type WorkerRequest = { type: 'work' };

/** What a worker says. After `work` comes `idle` where no file waits, else `took`, stages and one of the four ends. */
export type WorkerReport =
  | { type: 'ready' }
  | { type: 'idle' }
  | { type: 'took'; source: string; path: string }
  | { type: 'stage'; source: string; path: string; stage: ReadStage }
  | { type: 'committed'; source: string; path: string; key: string; title: string; unchanged: boolean; ms: Timings }
  | { type: 'failed'; source: string; path: string; problem: Problem }
  | { type: 'released'; source: string; path: string }
  /** The corpus is in trouble, not the paper: no other file would fare better. */
  | { type: 'halted'; source: string; path: string; problem: Problem };
