import { basename } from 'node:path';
import type { Corpus } from '@askg/corpus';
import { ingest, type InputItem } from '@askg/ingest';
import { listenForInterrupt } from '../shell/interrupt.ts';
import type { Shell } from '../shell/shell.ts';
import { IngestReport } from './ingest-report.ts';

export type RunOptions = {
  label: string;
  restoreRemoved?: boolean;
  /** Ends the run in good order, besides Ctrl-C. */
  stop?: AbortSignal;
  /** Listens for Ctrl-C; the caller does where it has more to end. */
  interruptible?: boolean;
};

/** Reads files with a progress bar, until all are done or the run is stopped. */
export async function runIngest(
  shell: Shell,
  corpus: Corpus,
  input: AsyncIterable<InputItem>,
  { label, restoreRemoved = false, stop, interruptible = true }: RunOptions,
): Promise<IngestReport> {
  const report = new IngestReport();
  const progress = shell.progress(label);
  const interrupt = interruptible
    ? listenForInterrupt(() => progress.note('Stopping in good order; once more to stop at once.'))
    : undefined;
  const stops = [interrupt?.stop, stop].filter((signal) => signal !== undefined);
  const { workers, grobidUrl } = shell.config;
  try {
    const options = {
      corpus,
      input,
      workers,
      restoreRemoved,
      ...(grobidUrl === undefined ? {} : { grobidUrl }),
      stop: AbortSignal.any(stops),
    };
    for await (const event of ingest(interrupt ? { ...options, abort: interrupt.abort } : options)) {
      report.take(event);
      if (event.type === 'lost') progress.note(`${event.path}: ${event.why}; it is tried once more.`);
      const what = 'path' in event ? basename(event.path) : '';
      progress.update(report.done, report.isKnown ? report.queued : undefined, what);
    }
    return report;
  } finally {
    progress.end();
    interrupt?.release();
  }
}
