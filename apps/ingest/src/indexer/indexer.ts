import { setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import type { IndexerReport } from './indexer-messages.ts';

/*
 * The entry of the indexer process: `indexer --data FOLDER --models FOLDER [--threads N] [--cache FILE] [--offline]
 * [--rebuild]`, with the variables of OpenSearch and of the embedder in its environment. It keeps the passage index in step with the corpus until SIGTERM, or until its parent is gone.
 */

/** The lowest there is: questions go first. */
const priority = 19;
/** Milliseconds that it has to end in good order. */
const patienceMs = 3000;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '' },
    models: { type: 'string', default: '' },
    threads: { type: 'string', default: '1' },
    cache: { type: 'string' },
    offline: { type: 'boolean', default: false },
    rebuild: { type: 'boolean', default: false },
  },
});

const ending = new AbortController();
function stop(): void {
  ending.abort();
  setTimeout(() => process.exit(0), patienceMs).unref();
}
process.once('SIGTERM', stop);
process.once('disconnect', stop);
// Ctrl-C reaches the whole process group; whoever started this decides what it means.
process.on('SIGINT', () => undefined);

function say(report: IndexerReport): void {
  if (process.connected) process.send?.(report, () => undefined);
}

// Threads inherit the priority of the one that starts them: it has to be set before the engines are loaded.
setPriority(priority);
const { runIndexer } = await import('./run-indexer.ts');
const { openSearchOf } = await import('./open-search-of.ts');
const { embedderOf } = await import('./embedder-of.ts');
const { encoderOf } = await import('./find-encoder.ts');
const server = openSearchOf(process.env);
const encoder = encoderOf(process.env);
const { threads, cache, ...settings } = values;
await runIndexer(
  {
    ...settings,
    ...embedderOf(process.env),
    threads: Number(threads),
    ...(cache === undefined ? {} : { cache }),
    ...(server ? { server } : {}),
    ...(encoder ? { encoder } : {}),
  },
  ending.signal,
  say,
);
process.exit(0);
