import { setImmediate as turn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { CodedError } from '@askg/contract';
import { Corpus, CorpusError, type Job } from '@askg/corpus';
import { GrobidHttp } from '../grobid/grobid-http.ts';
import { IngestError } from '../ingest-error.ts';
import { type ReadStage, readPaper } from './read-paper.ts';
import { startWatchdog } from './watchdog.ts';
import type { WorkerReport, WorkerRequest } from './worker-messages.ts';

/*
 * The entry of a worker process: `worker --data FOLDER --owner NAME --lease MS --memory MIB [--restore-removed]
 * [--grobid URL --grobid-ms MS]`. It takes one file from the queue each time it is asked, and gives back the one at hand when it is to end. Its supervisor keeps the
 * lease and the time limit: a thread that reads can do neither.
 */

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '' },
    owner: { type: 'string', default: '' },
    lease: { type: 'string', default: '' },
    memory: { type: 'string', default: '' },
    'restore-removed': { type: 'boolean', default: false },
    grobid: { type: 'string' },
    'grobid-ms': { type: 'string', default: '' },
  },
});
const { data, owner, grobid } = values;
const fullText =
  grobid === undefined ? undefined : new GrobidHttp({ url: grobid, deadlineMs: Number(values['grobid-ms']) });

/** Thrown between stages when the process is to end. */
const stopped = Symbol('stopped');
let stopping = false;
let busy = false;

/** Trouble of the corpus that every other file would meet too. */
const halting: ReadonlySet<string> = new Set([
  'corpus/disk-full',
  'corpus/read-only',
  'corpus/locked',
  'corpus/damaged-catalog',
]);

const corpus = Corpus.open(data);
startWatchdog(Number(values.memory));

async function work(): Promise<void> {
  const job = corpus.jobs.claim({ owner, now: Date.now(), leaseMs: Number(values.lease) });
  if (!job) return say({ type: 'idle' });
  const { source, path } = job;
  await say({ type: 'took', source, path });
  try {
    const paper = await readPaper(corpus, job, {
      now: () => performance.now(),
      restoreRemoved: values['restore-removed'],
      ...(fullText ? { fullText } : {}),
      enter: (stage) => enter(job, stage),
    });
    corpus.jobs.finish(source, owner);
    await say({ type: 'committed', source, path, ...paper });
  } catch (error) {
    await giveUp(job, error);
  }
}

async function enter({ source, path }: Job, stage: ReadStage): Promise<void> {
  await say({ type: 'stage', source, path, stage });
  // Lets signals and the closing of the channel be heard.
  await turn();
  if (stopping) throw stopped;
}

async function giveUp({ source, path }: Job, error: unknown): Promise<void> {
  if (error === stopped) {
    corpus.jobs.release(source, owner);
    return say({ type: 'released', source, path });
  }
  const problem = toCoded(error).toProblem();
  if (halting.has(problem.code)) {
    await say({ type: 'halted', source, path, problem });
    corpus.jobs.release(source, owner);
    return;
  }
  corpus.jobs.fail(source, owner, problem);
  await say({ type: 'failed', source, path, problem });
}

function toCoded(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  return new IngestError(
    'ingest/reader-failed',
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
}

/** Nobody listens any more when the supervisor is gone; what was done stays done. */
async function say(report: WorkerReport): Promise<void> {
  if (!process.connected) return;
  await new Promise<void>((resolve) => process.send?.(report, () => resolve()));
}

function stop(): void {
  stopping = true;
  if (!busy) end(0);
}

function end(code: number): never {
  corpus.close();
  process.exit(code);
}

process.on('message', (request: WorkerRequest) => {
  if (request.type !== 'work' || busy || stopping) return;
  busy = true;
  void work()
    .catch((error: unknown) => {
      // The queue itself failed: what the catalog says is for the supervisor.
      const problem = error instanceof CorpusError ? error.toProblem() : toCoded(error).toProblem();
      return say({ type: 'halted', source: '', path: data, problem });
    })
    .finally(() => {
      busy = false;
      if (stopping) end(0);
    });
});
process.once('disconnect', stop);
process.once('SIGTERM', stop);
// Ctrl-C reaches the whole process group; the supervisor decides what it means.
process.on('SIGINT', () => undefined);
await say({ type: 'ready' });
