import { basename } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { Corpus } from '@askg/corpus';
import { enqueueAgain, enqueueFailed } from '../input/enqueue-known.ts';
import { enqueuePaths } from '../input/enqueue-paths.ts';
import { jats, useTestFolder } from '../testing/test-folder.ts';
import { ingest } from './ingest.ts';
import type { IngestOptions } from './ingest-options.ts';
import type { IngestEvent } from './ingest-event.ts';

// Processes are started, some of them to be ended by a limit.
jest.setTimeout(60_000);
const folder = useTestFolder();
const workerEntry = new URL('../testing/hostile-worker.ts', import.meta.url);

async function run(corpus: Corpus, paths: string[], options: Partial<IngestOptions> = {}): Promise<IngestEvent[]> {
  const events: IngestEvent[] = [];
  const all = { corpus, input: enqueuePaths(corpus, paths), workers: 2, ...options };
  for await (const event of ingest(all)) events.push(event);
  return events;
}

function writePapers(names: readonly string[]): string {
  for (const name of names) folder.write(`papers/${name}.xml`, jats(name, `10.1234/${name}`));
  return folder.path('papers');
}

const namesOf = (events: readonly IngestEvent[], type: IngestEvent['type']): string[] =>
  events
    .filter((event) => event.type === type)
    .map((event) => ('path' in event ? basename(event.path, '.xml') : event.type))
    .toSorted();

const keysOf = (corpus: Corpus): string[] =>
  corpus
    .papers()
    .filter(({ state }) => state === 'committed')
    .map(({ key }) => key);

describe('a run', () => {
  it('reads all papers of a folder, and says of each file what became of it', async () => {
    const papers = writePapers(['a', 'b', 'c']);
    folder.write('papers/bad.xml', '<article><body><p>never closed');
    folder.write('papers/copy-of-a.xml', jats('a', '10.1234/a'));
    folder.write('papers/notes.txt', 'not a paper');
    const corpus = folder.corpus();
    const events = await run(corpus, [papers]);
    expect(namesOf(events, 'committed')).toEqual(['a', 'b', 'c']);
    expect(namesOf(events, 'unread')).toEqual(['bad']);
    expect(namesOf(events, 'skipped')).toEqual(['copy-of-a', 'notes.txt']);
    expect(keysOf(corpus)).toEqual(['10.1234_a', '10.1234_b', '10.1234_c']);
    expect(corpus.jobs.counts()).toEqual({ committed: 3, failed: 1 });
  });

  it('reads nothing a second time, and failed files again when they are given again', async () => {
    const papers = writePapers(['a', 'b']);
    folder.write('papers/bad.xml', '<article>');
    const corpus = folder.corpus();
    await run(corpus, [papers]);
    const before = corpus.snapshotDigest();
    const events = await run(corpus, [papers]);
    expect([namesOf(events, 'already'), namesOf(events, 'committed'), namesOf(events, 'unread')]).toEqual([
      ['a', 'b'],
      [],
      ['bad'],
    ]);
    expect(namesOf(await run(corpus, [], { input: enqueueFailed(corpus) }), 'unread')).toEqual(['bad']);
    expect(namesOf(await run(corpus, [], { input: enqueueAgain(corpus) }), 'committed')).toEqual(['a', 'b']);
    expect(corpus.snapshotDigest()).toEqual(before);
  });

  it('shares its files with another run on the same corpus', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `p${n}`);
    const papers = writePapers(names);
    const corpus = folder.corpus();
    const other = Corpus.open(corpus.folder);
    try {
      const runs = await Promise.all([run(corpus, [papers]), run(other, [papers])]);
      for (const events of runs) {
        expect([...namesOf(events, 'committed'), ...namesOf(events, 'already')].toSorted()).toEqual(names.toSorted());
        expect(namesOf(events, 'unread')).toEqual([]);
      }
    } finally {
      other.close();
    }
    expect(corpus.jobs.counts()).toEqual({ committed: 12 });
    // Twelve papers, each committed once: they cite nothing, so that there are no links.
    expect(corpus.snapshotDigest()).toMatchObject({ commit: 12, graphs: 12 });
  });

  it('takes up what an ended run has left in the queue', async () => {
    const papers = writePapers(['a', 'b']);
    const corpus = folder.corpus();
    for await (const item of enqueuePaths(corpus, [papers])) expect(item.type).toBe('queued');
    expect(namesOf(await run(corpus, [papers]), 'committed')).toEqual(['a', 'b']);
  });
});

describe('a file that its reader cannot cope with', () => {
  it.each([
    ['hangs', 'hang', { ms: 3_000, memoryMiB: 512 }],
    ['takes all memory', 'explode', { ms: 30_000, memoryMiB: 64 }],
    ['ends its process', 'die', { ms: 30_000, memoryMiB: 512 }],
  ])('and that %s fails after two attempts, while the others are read', async (_, name, limits) => {
    const papers = writePapers(['a', name, 'z']);
    const corpus = folder.corpus();
    const events = await run(corpus, [papers], { workerEntry, limits });
    expect(namesOf(events, 'lost')).toEqual([name]);
    expect(namesOf(events, 'unread')).toEqual([name]);
    expect(namesOf(events, 'committed')).toEqual(['a', 'z']);
    expect(corpus.jobs.list().find(({ state }) => state === 'failed')?.problem?.code).toBe('corpus/worker-lost');
  });
});

describe('a run that is stopped', () => {
  it.each(['stop', 'abort'] as const)('by %s gives its files back at once, for the next run to read', async (how) => {
    const papers = writePapers(['a', 'b', 'hang']);
    const corpus = folder.corpus();
    const control = new AbortController();
    const seen: IngestEvent[] = [];
    const limits = { ms: 30_000, memoryMiB: 512 };
    const options = { corpus, input: enqueuePaths(corpus, [papers]), workers: 1, limits, workerEntry };
    for await (const event of ingest({ ...options, [how]: control.signal })) {
      seen.push(event);
      if (namesOf(seen, 'committed').length === 2) control.abort();
    }
    expect(seen.at(-1)).toEqual({ type: 'stopped', left: 1 });
    expect(corpus.jobs.counts()).toEqual({ committed: 2, queued: 1 });
    expect(namesOf(await run(corpus, [papers]), 'committed')).toEqual(['hang']);
  });

  it('ends before it has begun when it was stopped before', async () => {
    const corpus = folder.corpus();
    const events = await run(corpus, [writePapers(['a'])], { stop: AbortSignal.abort() });
    expect(events.at(-1)).toEqual({ type: 'stopped', left: 0 });
    expect(keysOf(corpus)).toEqual([]);
  });

  it('leaves no process behind when its consumer leaves early', async () => {
    const corpus = folder.corpus();
    const papers = writePapers(['hang']);
    for await (const event of ingest({ corpus, input: enqueuePaths(corpus, [papers]), workers: 1, workerEntry })) {
      if (event.type === 'known') break;
    }
    expect(corpus.jobs.counts()).toEqual({ queued: 1 });
  });
});

it('processes that cannot be started end the run with the reason', async () => {
  const corpus = folder.corpus();
  const entry = new URL(`file://${folder.write('broken-worker.mjs', "throw new Error('broken on purpose');")}`);
  await expect(run(corpus, [writePapers(['a'])], { workerEntry: entry })).rejects.toMatchObject({
    code: 'ingest/no-worker',
    message: expect.stringContaining('broken on purpose'),
  });
});

it('a path that is not there ends the run before anything is read', async () => {
  const corpus = folder.corpus();
  await expect(run(corpus, [folder.path('nowhere')])).rejects.toMatchObject({ code: 'ingest/not-found' });
});
