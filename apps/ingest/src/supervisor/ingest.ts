import type { IngestEvent } from './ingest-event.ts';
import type { IngestOptions } from './ingest-options.ts';
import { IngestRun } from './ingest-run.ts';

/**
 * Reads files in processes of their own until all are committed or have failed, then lets the links between papers follow.
 * Several runs may share one corpus: each takes what waits, and ends when the files that were given to it are done. Ended at
 * any moment, by whatever, the same call again goes on where this one was.
 * @throws CorpusError corpus/disk-full, corpus/read-only, corpus/locked; IngestError ingest/no-worker, ingest/not-found
 */
export async function* ingest(options: IngestOptions): AsyncGenerator<IngestEvent> {
  const run = new IngestRun(options);
  try {
    yield* run.events();
  } finally {
    await run.abandon();
  }
}
