import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Corpus } from '@askg/corpus';
import { type GraphStore, OxigraphPool } from '@askg/graph';
import type { LogEntry } from '../problems/log.ts';
import { startServer } from '../server.ts';
import { FakeQuestions } from './fake-questions.ts';
import { addPaper } from './add-paper.ts';
import { sampleDocument } from './sample-document.ts';

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

export type TestServerOptions = {
  isPublished?: boolean;
  /** Puts something between the server and its store. */
  around?: (store: GraphStore) => GraphStore;
};

/** A server over a real corpus in a temporary folder, with a paper that is there and one that was removed. */
export async function startTestServer(base: string, { isPublished = false, around }: TestServerOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'askg-api-'));
  const corpus = Corpus.create(join(folder, 'data'), { baseIri: base });
  const { key = '' } = sampleDocument();
  const alias = 'pmid:4711';
  await addPaper(corpus, sampleDocument(), { pmid: '4711' });
  await addPaper(corpus, { ...sampleDocument(), title: 'Second', identifiers: { doi: '10.1/second' } });
  await addPaper(corpus, { ...sampleDocument(), title: 'Removed', identifiers: { doi: '10.1/removed' } });
  await corpus.removePaper('10.1_removed');
  await corpus.updateLinks();
  const store = new OxigraphPool({
    folder: corpus.folder,
    feed: corpus,
    now: () => performance.now(),
    engines: 2,
    deadlineMs: 3000,
    limits: { rows: 5000 },
    pollMs: 50,
  });
  const questions = new FakeQuestions(key);
  const logged: LogEntry[] = [];
  const server = await startServer({
    corpus,
    store: around?.(store) ?? store,
    questions,
    host: '127.0.0.1',
    port: 0,
    isPublished,
    log: (entry) => logged.push(entry),
  });
  await store.start();
  return {
    url: server.url,
    corpus,
    store,
    questions,
    logged,
    key,
    alias,
    removedKey: '10.1_removed',
    addPaper: (title: string) => addPaper(corpus, { ...sampleDocument(), title, identifiers: { doi: '10.1/added' } }),
    /** Resolves when the condition holds; the test's own time limit ends the wait. */
    async until(condition: () => boolean | Promise<boolean>): Promise<void> {
      while (!(await condition())) await delay(20);
    },
    async close(): Promise<void> {
      await server.close();
      await store.close();
      corpus.close();
      await rm(folder, { recursive: true });
    },
  };
}
