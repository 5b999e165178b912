import type { Format } from '@askg/contract';
import type { Corpus, JobState, NewJob } from '@askg/corpus';
import { DdmError } from '@askg/ddm';
import { IngestError } from '../ingest-error.ts';
import { pipelines } from '../stages.ts';
import { choose } from './choose.ts';
import { companionsBeside } from './companions-beside.ts';
import type { InputItem } from './input-item.ts';
import { splitApart } from './split/split-apart.ts';
import { touchedBy } from './touched-by.ts';
import { type Found, walk } from './walk.ts';

export type EnqueueOptions = {
  /** The format of all files, where their content does not tell. */
  as?: Format;
  /** Reads also what these stages have read before. */
  again?: boolean;
  /** Name of a collection that the papers join; made if it is not there. */
  collection?: string;
  /** Absolute paths of files that came or changed: others are passed over, but for papers that are read with them. */
  changed?: ReadonlySet<string>;
};

/** Files that are queued in one transaction; few, so that workers can begin at once. */
const batchSize = 8;
const open: ReadonlySet<JobState> = new Set(['queued', 'reading', 'enriching', 'mapping']);

/**
 * Stores the papers at and below some paths as sources, with the files beside them that they are read with, and queues those that were not
 * read yet. A paper that was costs a hash. A file of several papers gives a source for each.
 * @throws IngestError ingest/not-found; CorpusError corpus/disk-full, corpus/read-only, corpus/invalid-collection
 */
export async function* enqueuePaths(
  corpus: Corpus,
  paths: readonly string[],
  options: EnqueueOptions = {},
): AsyncGenerator<InputItem> {
  const seen = new Map<string, string>();
  const isTouched = options.changed ? touchedBy(options.changed) : (): boolean => true;
  let batch: NewJob[] = [];
  for await (const found of walk(paths, [corpus.folder])) {
    if (!isTouched(found.path)) continue;
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
      yield* enqueue(corpus, batch, options);
      batch = [];
    }
  }
  yield* enqueue(corpus, batch, options);
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
  try {
    const beside = [...companionsBeside(path, bytes, format)];
    const companions = beside.map(([name, file]) => {
      return { name, digest: corpus.addSource(file).digest, origin: 'file' as const };
    });
    return [{ source: corpus.addSource(bytes).digest, path, format, companions }];
  } catch (error) {
    if (!(error instanceof DdmError)) throw error;
    return [{ type: 'failed', path, problem: error.toProblem() }];
  }
}

function enqueue(
  corpus: Corpus,
  jobs: readonly NewJob[],
  { again = false, collection }: Pick<EnqueueOptions, 'again' | 'collection'>,
): InputItem[] {
  const added = new Set(corpus.jobs.enqueue(jobs, pipelines, { again }));
  if (collection !== undefined) {
    corpus.collections.addSources(
      collection,
      jobs.map(({ source }) => source),
    );
  }
  return jobs.map(({ source, path }) => {
    const state = corpus.jobs.find(source)?.state;
    const waits = added.has(source) || (state !== undefined && open.has(state));
    return { type: waits ? 'queued' : 'already', source, path };
  });
}
