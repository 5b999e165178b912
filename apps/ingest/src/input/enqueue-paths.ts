import type { Format } from '@askg/contract';
import type { Corpus, JobState, NewJob } from '@askg/corpus';
import { IngestError } from '../ingest-error.ts';
import { pipeline } from '../stages.ts';
import { choose } from './choose.ts';
import type { InputItem } from './input-item.ts';
import { type Found, walk } from './walk.ts';

export type EnqueueOptions = {
  /** The format of all files, where their content does not tell. */
  as?: Format;
  /** Reads also what these stages have read before. */
  again?: boolean;
};

/** Files that are queued in one transaction; few, so that workers can begin at once. */
const batchSize = 8;
const open: ReadonlySet<JobState> = new Set(['queued', 'reading', 'enriching', 'mapping']);

/**
 * Stores the papers at and below some paths as sources, and queues those that were not read yet. A paper that was costs a
 * hash.
 * @throws IngestError ingest/not-found; CorpusError corpus/disk-full, corpus/read-only
 */
export async function* enqueuePaths(
  corpus: Corpus,
  paths: readonly string[],
  options: EnqueueOptions = {},
): AsyncGenerator<InputItem> {
  const seen = new Map<string, string>();
  let batch: NewJob[] = [];
  for await (const found of walk(paths, [corpus.folder])) {
    const item = await take(corpus, found, options.as);
    if ('type' in item) {
      yield item;
      continue;
    }
    const earlier = seen.get(item.source);
    if (earlier !== undefined) {
      yield { type: 'skipped', path: item.path, reason: `the same file as ${earlier}` };
      continue;
    }
    seen.set(item.source, item.path);
    batch.push(item);
    if (batch.length < batchSize) continue;
    yield* enqueue(corpus, batch, options.again);
    batch = [];
  }
  yield* enqueue(corpus, batch, options.again);
}

async function take(corpus: Corpus, found: Found, as?: Format): Promise<NewJob | InputItem> {
  const { path, named } = found;
  if (found.type === 'skipped') {
    if (!named) return { type: 'skipped', path, reason: found.reason };
    const problem = new IngestError('ingest/not-a-file', `${path} is ${found.reason}.`).toProblem();
    return { type: 'failed', path, problem };
  }
  const choice = await choose(path, named, as);
  if (choice.type !== 'paper') return { path, ...choice };
  return { source: corpus.addSource(choice.bytes).digest, path, format: choice.format };
}

function enqueue(corpus: Corpus, jobs: readonly NewJob[], again = false): InputItem[] {
  const added = new Set(corpus.jobs.enqueue(jobs, pipeline, { again }));
  return jobs.map(({ source, path }) => {
    const state = corpus.jobs.find(source)?.state;
    const waits = added.has(source) || (state !== undefined && open.has(state));
    return { type: waits ? 'queued' : 'already', source, path };
  });
}
