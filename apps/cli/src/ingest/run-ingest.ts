import { basename } from 'node:path';
import type { Corpus } from '@askg/corpus';
import { ingest, type InputItem } from '@askg/ingest';
import { type Interrupt, listenForInterrupt } from '../shell/interrupt.ts';
import type { Shell } from '../shell/shell.ts';
import { IngestReport } from './ingest-report.ts';

export type RunOptions = {
  label: string;
  restoreRemoved?: boolean;
  /** What ends the run, where the caller listens for Ctrl-C because it has more to end. */
  interrupt?: Pick<Interrupt, 'stop'> & Partial<Pick<Interrupt, 'abort'>>;
};

/** Reads files with a progress bar, until all are done or the run is stopped. */
export async function runIngest(
  shell: Shell,
  corpus: Corpus,
  input: AsyncIterable<InputItem>,
  { label, restoreRemoved = false, interrupt }: RunOptions,
): Promise<IngestReport> {
  const report = new IngestReport();
  const progress = shell.progress(label);
  const own = interrupt
    ? undefined
    : listenForInterrupt(() => progress.note('Stopping in good order; once more to stop at once.'));
  const { stop, abort } = interrupt ?? own ?? {};
  const { workers, grobidUrl } = shell.config;
  try {
    const options = {
      corpus,
      input,
      workers,
      restoreRemoved,
      ...(grobidUrl === undefined ? {} : { grobidUrl }),
      ...(stop ? { stop } : {}),
      ...(abort ? { abort } : {}),
    };
    for await (const event of ingest(options)) {
      report.take(event);
      if (event.type === 'lost') progress.note(`${event.path}: ${event.why}; it is tried once more.`);
      const what = 'path' in event ? basename(event.path) : '';
      progress.update(report.done, report.isKnown ? report.queued : undefined, what);
    }
    return report;
  } finally {
    progress.end();
    own?.release();
  }
}
