import { CodedError } from '@askg/contract';
import { toRetrievalError } from '../engine-errors.ts';

/** How far one step of the indexer has come, in papers. */
export type IndexProgress = { step: 'words' | 'vectors' | 'tokens'; done: number; total: number; paper: string };

/** A paper that could not be taken in; it is tried again the next time. */
export type FailedPaper = { paper: string; code: string; detail: string };

export type IndexReport = {
  /** Papers taken in, new or in a new version. */
  added: number;
  removed: number;
  failed: FailedPaper[];
};

export type IndexOptions = {
  /** Aborting it ends the call after the papers under way, with `retrieval/cancelled`; what is done stays done. */
  signal?: AbortSignal;
  progress?: (progress: IndexProgress) => void;
};

export function failure(paper: string, error: unknown): FailedPaper {
  const { code, message } = error instanceof CodedError ? error : toRetrievalError(error);
  return { paper, code, detail: message };
}
