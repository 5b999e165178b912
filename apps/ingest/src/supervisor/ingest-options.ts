import type { Corpus } from '@askg/corpus';
import type { InputItem } from '../input/input-item.ts';
import type { FileLimits } from './worker-process.ts';

export type IngestOptions = {
  /** Open for writing, until the iteration has ended. */
  corpus: Corpus;
  /** The files to be read, as `enqueuePaths`, `enqueueFailed` or `enqueueAgain` give them. */
  input: AsyncIterable<InputItem>;
  /** Processes that read at the same time. */
  workers: number;
  limits?: FileLimits;
  /** Lets papers come back that were removed. */
  restoreRemoved?: boolean;
  /** Address of a GROBID service that reads PDFs; what it cannot read, the reader of this program does. */
  grobidUrl?: string;
  /** Ends the run in good order: files at hand are finished or given back. */
  stop?: AbortSignal;
  /** Ends the run at once. */
  abort?: AbortSignal;
  /** Entry of the worker process, for one that does something else. */
  workerEntry?: URL;
};
