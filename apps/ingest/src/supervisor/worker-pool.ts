import { IngestError } from '../ingest-error.ts';
import type { WorkerReport } from '../worker/worker-messages.ts';
import { type WorkerEnd, type WorkerOptions, WorkerProcess } from './worker-process.ts';

export type PoolOptions = Omit<WorkerOptions, 'report' | 'ended'> & {
  /** Most processes at the same time. */
  workers: number;
  report: (report: WorkerReport) => void;
  /** A process ended, over a file or not. */
  lost: (owner: string, end: WorkerEnd) => void;
  broken: (error: IngestError) => void;
};

/** Processes that fail before they are ready, one after the other, until there is no point in another. */
const mostFailures = 3;
/** Milliseconds until an idle process looks again for files that others have queued or given back. */
const pauseMs = 250;
/** Milliseconds that a process has to give its file back. */
const patienceMs = 5000;

/** A number of worker processes, each started when there is something to do and replaced when it is lost. */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #workers = new Set<WorkerProcess>();
  readonly #idle = new Map<WorkerProcess, NodeJS.Timeout>();
  #failures = 0;
  #isStopping = false;
  #emptied = Promise.withResolvers<void>();

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Says that so many files wait: lets idle processes work at once, and starts others. */
  call(waiting: number): void {
    if (this.#isStopping) return;
    for (const worker of this.#idle.keys()) this.#work(worker);
    while (this.#workers.size < Math.min(this.#options.workers, waiting)) this.#start();
  }

  /** Ends all processes; files at hand are given back, or finished where a process is in its last stage. */
  async stop(): Promise<void> {
    this.#end((worker) => worker.stop());
    const impatience = setTimeout(() => void this.kill(), patienceMs);
    await this.#empty();
    clearTimeout(impatience);
  }

  /** Ends all processes at once. */
  async kill(): Promise<void> {
    this.#end((worker) => worker.kill('it was stopped'));
    await this.#empty();
  }

  #end(how: (worker: WorkerProcess) => void): void {
    this.#isStopping = true;
    for (const timer of this.#idle.values()) clearTimeout(timer);
    this.#idle.clear();
    for (const worker of this.#workers) how(worker);
  }

  async #empty(): Promise<void> {
    if (this.#workers.size > 0) await this.#emptied.promise;
  }

  #start(): void {
    const worker = new WorkerProcess({
      ...this.#options,
      report: (from, report) => this.#receive(from, report),
      ended: (from, end) => this.#ended(from, end),
    });
    this.#workers.add(worker);
  }

  #work(worker: WorkerProcess): void {
    clearTimeout(this.#idle.get(worker));
    this.#idle.delete(worker);
    worker.work();
  }

  #receive(worker: WorkerProcess, report: WorkerReport): void {
    if (report.type === 'ready') this.#failures = 0;
    const isOver = report.type !== 'took' && report.type !== 'stage';
    this.#options.report(report);
    if (!isOver || this.#isStopping) return;
    if (report.type !== 'idle') return worker.work();
    const pause = setTimeout(() => this.#work(worker), pauseMs);
    this.#idle.set(worker, pause);
  }

  #ended(worker: WorkerProcess, end: WorkerEnd): void {
    this.#workers.delete(worker);
    clearTimeout(this.#idle.get(worker));
    this.#idle.delete(worker);
    this.#options.lost(worker.owner, end);
    if (this.#isStopping) {
      if (this.#workers.size === 0) this.#emptied.resolve();
      return;
    }
    if (!end.wasReady && ++this.#failures >= mostFailures) {
      this.#options.broken(new IngestError('ingest/no-worker', `${this.#failures} have ended at once: ${end.why}.`));
    } else this.#start();
  }
}
