import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Corpus } from '@askg/corpus';
import { documentToNQuads } from '@askg/ddm';
import { OxigraphPool } from '@askg/graph';
import type { LogEntry } from '../problems/log.ts';
import { startServer } from '../server.ts';
import { sampleDocument } from './sample-document.ts';

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

/** A server over a real corpus in a temporary folder, with a paper that is there and one that was removed. */
export async function startTestServer(base: string) {
  const folder = await mkdtemp(join(tmpdir(), 'askg-api-'));
  const corpus = await Corpus.open(folder, { baseIri: base });
  const add = (key: string, title: string, aliases: string[] = []) => {
    const document = { ...sampleDocument(), title };
    corpus.put(key, documentToNQuads(document, { base, key }), title, aliases);
  };
  const { key = '', title } = sampleDocument();
  add(key, title, ['10.9_other']);
  add('10.1_second', 'Second');
  add('10.1_removed', 'Removed');
  corpus.remove('10.1_removed');
  const store = new OxigraphPool({
    folder,
    feed: corpus,
    now: () => performance.now(),
    engines: 2,
    deadlineMs: 3000,
    limits: { rows: 5000 },
    pollMs: 50,
    feedModule: new URL('file:///tmp/api-scratch/corpus.mjs'),
  });
  const logged: LogEntry[] = [];
  const server = await startServer({
    corpus,
    store,
    host: '127.0.0.1',
    port: 0,
    log: (entry) => {
      logged.push(entry);
      if (entry.level === 'error') process.stderr.write(String((entry.error as Error)?.stack) + '\n');
    },
  });
  await store.start();
  return {
    url: server.url,
    store,
    logged,
    alias: '10.9_other',
    removedKey: '10.1_removed',
    async addPaper(newTitle: string): Promise<string> {
      add('10.1_added', newTitle);
      return Promise.resolve('10.1_added');
    },
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
