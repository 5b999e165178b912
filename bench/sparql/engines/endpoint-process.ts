/*
 * askg's endpoint over a dataset: `endpoint-process FOLDER`. The whole way of a query: HTTP, protocol, guard, engine process.
 * Prints `{"ready":true,…}` with the address and what the pool says of its engine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../../apps/api/src/server.ts';
import { FakeQuestions } from '../../../apps/api/src/testing/fake-questions.ts';
import { Corpus } from '@askg/corpus';
import { OxigraphPool } from '@askg/graph';

const [folder = ''] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'askg-bench-endpoint-'));
const corpus = Corpus.create(join(scratch, 'corpus'), { baseIri: 'http://localhost:3000/id/' });
const store = new OxigraphPool({
  folder,
  feed: { commitNumber: () => 1 },
  feedModule: new URL('../dataset-feed.ts', import.meta.url),
  now: () => performance.now(),
  engines: 1,
  imageFolder: join(scratch, 'image'),
  deadlineMs: 120_000,
  limits: { rows: 10_000_000, bytes: 1024 ** 3 },
});
const server = await startServer({
  corpus,
  store,
  questions: new FakeQuestions(''),
  host: '127.0.0.1',
  port: 0,
  log: () => undefined,
});
await store.start();
process.stdout.write(`${JSON.stringify({ ready: true, url: server.url, engines: store.status().engines })}\n`);

process.once('SIGTERM', () => {
  rmSync(scratch, { recursive: true, force: true });
  process.exit();
});
