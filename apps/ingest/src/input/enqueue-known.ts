import type { Corpus } from '@askg/corpus';
import { pipeline } from '../stages.ts';
import type { InputItem } from './input-item.ts';

/** Queues the files again that could not be read. */
export async function* enqueueFailed(corpus: Corpus): AsyncGenerator<InputItem> {
  const failed = corpus.jobs.list().filter(({ state }) => state === 'failed');
  corpus.jobs.retry(failed.map(({ source }) => source));
  for (const { source, path } of failed) yield { type: 'queued', source, path };
}

/** Queues every file that was ever read, from its stored source. */
export async function* enqueueAgain(corpus: Corpus): AsyncGenerator<InputItem> {
  const jobs = corpus.jobs.list();
  corpus.jobs.enqueue(jobs, pipeline, { again: true });
  for (const { source, path } of jobs) yield { type: 'queued', source, path };
}
