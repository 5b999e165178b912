import { type Corpus, CorpusError, type CorpusErrorCode } from '@askg/corpus';
import type { WorkerReport } from '../worker/worker-messages.ts';
import { Attempts } from './attempts.ts';
import { EventQueue } from './event-queue.ts';
import type { IngestEvent } from './ingest-event.ts';
import type { IngestOptions } from './ingest-options.ts';
import { WorkerPool } from './worker-pool.ts';
import { defaultLimits, type HeldFile, type WorkerEnd } from './worker-process.ts';

/** Milliseconds between looks at files that other processes may have finished. */
const lookMs = 2000;

/** One run of `ingest`: follows the files that were given to it until each is committed or has failed. */
export class IngestRun {
  readonly #options: IngestOptions;
  readonly #corpus: Corpus;
  readonly #queue = new EventQueue<IngestEvent>();
  readonly #pool: WorkerPool;
  /** Path by source of the files of this run that are not done. */
  readonly #open = new Map<string, string>();
  readonly #attempts: Attempts;
  #isKnown = false;
  #isOver = false;

  constructor(options: IngestOptions) {
    const { corpus, workers, limits, restoreRemoved, workerEntry, grobidUrl } = options;
    this.#options = options;
    this.#corpus = corpus;
    this.#attempts = new Attempts(restoreRemoved ?? false);
    this.#pool = new WorkerPool({
      folder: corpus.folder,
      jobs: corpus.jobs,
      limits: limits ?? defaultLimits,
      restoreRemoved: restoreRemoved ?? false,
      ...(workerEntry ? { entry: workerEntry } : {}),
      ...(grobidUrl === undefined ? {} : { grobidUrl }),
      workers,
      report: (report) => this.#guard(() => this.#receive(report)),
      lost: (owner, end) => this.#guard(() => this.#lost(owner, end)),
      broken: (error) => void this.#fail(error),
    });
  }

  async *events(): AsyncGenerator<IngestEvent> {
    const { stop, abort } = this.#options;
    const onStop = (): void => void this.#finish(true);
    const onAbort = (): void => void this.#abort();
    stop?.addEventListener('abort', onStop, { once: true });
    abort?.addEventListener('abort', onAbort, { once: true });
    const look = setInterval(() => this.#guard(() => this.#lookAtOthers()), lookMs);
    if (abort?.aborted) onAbort();
    else if (stop?.aborted) onStop();
    else void this.#feed();
    try {
      yield* this.#queue;
    } finally {
      clearInterval(look);
      stop?.removeEventListener('abort', onStop);
      abort?.removeEventListener('abort', onAbort);
    }
  }

  /** Ends what a consumer that left early has set going. */
  async abandon(): Promise<void> {
    this.#isOver = true;
    await this.#pool.kill();
  }

  async #feed(): Promise<void> {
    try {
      for await (const item of this.#options.input) {
        if (this.#isOver) return;
        this.#queue.push(item);
        if (item.type !== 'queued') continue;
        this.#open.set(item.source, item.path);
        this.#pool.call(this.#open.size);
      }
      this.#isKnown = true;
      this.#queue.push({ type: 'known', total: this.#open.size });
      this.#endIfDone();
    } catch (error) {
      await this.#fail(error);
    }
  }

  #receive(report: WorkerReport): void {
    switch (report.type) {
      case 'stage':
        if (this.#open.has(report.source)) this.#queue.push(report);
        break;
      case 'committed':
        this.#settle(report);
        break;
      case 'failed':
        this.#settle({ ...report, type: 'unread' });
        break;
      case 'halted':
        void this.#fail(new CorpusError(report.problem.code as CorpusErrorCode, report.problem.detail));
        break;
      case 'idle':
        this.#lookAtOthers();
        break;
      case 'ready':
      case 'took':
      case 'released':
        break;
    }
  }

  #settle(event: IngestEvent & { type: 'committed' | 'unread' }): void {
    if (!this.#open.delete(event.source)) return;
    this.#queue.push(event);
    this.#endIfDone();
  }

  #lost(owner: string, end: WorkerEnd & { held?: HeldFile }): void {
    // It may have taken a file and been ended before it could tell.
    if (end.wasAsked || this.#isOver) return this.#corpus.jobs.releaseAll(owner);
    if (!end.held) return;
    const { source, path } = end.held;
    if (this.#attempts.mayTryAgain(source)) {
      this.#corpus.jobs.release(source, owner);
      this.#queue.push({ type: 'lost', source, path, why: end.why });
      return;
    }
    const problem = new CorpusError('corpus/worker-lost', `${path}: ${end.why}, twice.`).toProblem();
    this.#corpus.jobs.fail(source, owner, problem);
    this.#settle({ type: 'unread', source, path, problem });
  }

  /** Settles the files of this run that the workers of other runs have finished. */
  #lookAtOthers(): void {
    if (this.#isOver) return;
    for (const [source, path] of this.#open) {
      const job = this.#corpus.jobs.find(source);
      if (job?.state === 'committed') {
        this.#settle({ type: 'committed', source, path, key: this.#corpus.keyFor({}, source), unchanged: false });
      } else if (job?.state === 'failed' && job.problem) {
        if (this.#attempts.mayRetry(source, job.problem.code)) this.#corpus.jobs.retry([source]);
        else this.#settle({ type: 'unread', source, path, problem: job.problem });
      }
    }
  }

  #endIfDone(): void {
    if (this.#isKnown && this.#open.size === 0) void this.#finish(false);
  }

  async #finish(isStopped: boolean): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    try {
      await this.#pool.stop();
      const { unchanged } = await this.#corpus.updateLinks();
      this.#queue.push({ type: 'links', unchanged });
      if (isStopped) this.#queue.push({ type: 'stopped', left: this.#open.size });
      this.#queue.close();
    } catch (error) {
      this.#queue.close({ error });
    }
  }

  async #abort(): Promise<void> {
    this.#isOver = true;
    await this.#pool.kill();
    this.#queue.push({ type: 'stopped', left: this.#open.size });
    this.#queue.close();
  }

  async #fail(error: unknown): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    await this.#pool.stop();
    this.#queue.close({ error });
  }

  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      void this.#fail(error);
    }
  }
}
