import type { Problem } from '@askg/contract';
import type { InputItem } from '../input/input-item.ts';
import type { ReadStage } from '../worker/read-paper.ts';

/** What happens while files are read, in this order for each file; `known` comes once, `stopped` or `links` last. */
export type IngestEvent =
  | InputItem
  /** Every file has been looked at: so many are to be read. */
  | { type: 'known'; total: number }
  | { type: 'stage'; source: string; path: string; stage: ReadStage }
  | { type: 'committed'; source: string; path: string; key: string; unchanged: boolean }
  | { type: 'unread'; source: string; path: string; problem: Problem }
  /** A worker ended over this file; another one tries it once more. */
  | { type: 'lost'; source: string; path: string; why: string }
  /** The run was stopped with so many files left. */
  | { type: 'stopped'; left: number }
  /** The links between papers follow what was read. */
  | { type: 'links'; unchanged: boolean };
