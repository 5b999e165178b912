import { CodedError } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import { OxigraphPool } from '@askg/graph';
import { readConfig } from './config.ts';
import { jsonLog } from './problems/log.ts';
import { startServer } from './server.ts';

/** Exit codes: 0 done, 2 wrong use, 3 could not run. */
const wrongUse = 2;
const couldNotRun = 3;

/** What was opened, to be closed in the opposite order. */
const closers: (() => unknown)[] = [];
let stopping: Promise<void> | undefined;

function stop(): Promise<void> {
  stopping ??= (async () => {
    for (let close = closers.pop(); close; close = closers.pop()) await close();
  })();
  return stopping;
}

async function run(): Promise<void> {
  const log = jsonLog(
    (line) => process.stderr.write(line),
    () => new Date(),
  );
  const config = readConfig(process.env);
  const corpus = await Corpus.open(config.data, { readOnly: true });
  closers.push(() => corpus.close());
  const store = new OxigraphPool({
    folder: config.data,
    feed: corpus,
    now: () => performance.now(),
    engines: config.engines,
    deadlineMs: config.queryMs,
    limits: { rows: config.queryRows },
  });
  closers.push(() => store.close());
  const server = await startServer({ corpus, store, host: config.host, port: config.port, log });
  closers.push(() => server.close());
  await store.start();
  if (stopping) return;
  await corpus.announceServer(server.url);
  process.stdout.write(`listening on ${server.url}\n`);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    void stop().then(() => process.exit(0));
  });
}

try {
  await run();
} catch (error) {
  await stop();
  const line =
    error instanceof CodedError
      ? `${error.code}: ${error.title}. ${error.message} ${error.fix}`
      : error instanceof Error
        ? error.stack
        : String(error);
  process.stderr.write(`${line}\n`);
  process.exitCode = error instanceof CodedError && error.code === 'api/bad-configuration' ? wrongUse : couldNotRun;
}
