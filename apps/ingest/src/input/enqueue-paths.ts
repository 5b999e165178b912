import { dirname } from 'node:path';
import type { Format } from '@askg/contract';
import type { Companion, Corpus, JobState, NewJob } from '@askg/corpus';
import { companionNames } from '@askg/ddm';
import { IngestError } from '../ingest-error.ts';
import { pipeline } from '../stages.ts';
import { choose } from './choose.ts';
import { companionFile } from './companion-file.ts';
import type { InputItem } from './input-item.ts';
import { splitApart } from './split/split-apart.ts';
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
 * Stores the papers at and below some paths as sources, with the bibliographies beside them, and queues those that were not
 * read yet. A paper that was costs a hash. A file of several papers gives a source for each.
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
    for (const item of await take(corpus, found, options.as)) {
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
  }
  yield* enqueue(corpus, batch, options.again);
}

/** The papers of a file, each as a source of its own. */
async function take(corpus: Corpus, found: Found, as?: Format): Promise<(NewJob | InputItem)[]> {
  const { path, named } = found;
  if (found.type === 'skipped') {
    if (!named) return [{ type: 'skipped', path, reason: found.reason }];
    const problem = new IngestError('ingest/not-a-file', `${path} is ${found.reason}.`).toProblem();
    return [{ type: 'failed', path, problem }];
  }
  const choice = await choose(path, named, as);
  if (choice.type !== 'paper') return [{ path, ...choice }];
  const { format, bytes } = choice;
  const reply = await splitApart(bytes, format);
  if ('problem' in reply) return [{ type: 'failed', path, problem: reply.problem }];
  if (reply.parts.length > 0) {
    return reply.parts.map((part) => ({
      source: corpus.addSource(part.bytes).digest,
      path: `${path}#${part.name}`,
      format,
      companions: [],
    }));
  }
  const companions = companionNames(bytes, format).flatMap((name): Companion[] => {
    const beside = companionFile(dirname(path), name);
    return beside ? [{ name, digest: corpus.addSource(beside).digest, origin: 'file' }] : [];
  });
  return [{ source: corpus.addSource(bytes).digest, path, format, companions }];
}

function enqueue(corpus: Corpus, jobs: readonly NewJob[], again = false): InputItem[] {
  const added = new Set(corpus.jobs.enqueue(jobs, pipeline, { again }));
  return jobs.map(({ source, path }) => {
    const state = corpus.jobs.find(source)?.state;
    const waits = added.has(source) || (state !== undefined && open.has(state));
    return { type: waits ? 'queued' : 'already', source, path };
  });
}
