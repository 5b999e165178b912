import { GraphError } from '../graph-error.ts';
import type { DatasetGraphs } from '../store.ts';
import type { ClientLedger } from './client-ledger.ts';
import type { Engine, EngineResult } from './engine.ts';
import type { Job } from './job.ts';
import type { CompletePoolOptions } from './pool-options.ts';
import { WaitingLine } from './waiting-line.ts';

export type DispatcherOptions = Pick<CompletePoolOptions, 'maxWaiting' | 'keptMs' | 'now'> & {
  clients: ClientLedger;
  /** Brings a job to its end on an engine; it is never rejected. */
  run: (job: Job, engine: Engine) => Promise<void>;
};

/** Milliseconds for which the rule is stricter after a query that was not as cheap as it looked. */
const strictMs = 10_000;

/** Tells a job that it has to run on an engine that is not kept for cheap ones. */
export const notCheap = new GraphError('graph/engine-lost', 'The query is moved to another engine.');

/** Chooses the query that an engine works on next. */
export class Dispatcher {
  readonly #engines: readonly Engine[];
  readonly #options: DispatcherOptions;
  readonly #waiting = new WaitingLine();
  /** Engines that a query has been given to, from the choice to its end. */
  readonly #taken = new Set<Engine>();
  /** Until then only point queries count as cheap, since somebody may be trying what else is taken for one. */
  #strictUntil = 0;

  constructor(engines: readonly Engine[], options: DispatcherOptions) {
    this.#engines = engines;
    this.#options = options;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** @throws GraphError `graph/busy` */
  add(job: Job): void {
    this.#makeRoom(job.client);
    this.#waiting.add(job);
    this.dispatch();
  }

  /** Lets a job wait again that had its turn already. */
  putBack(job: Job): void {
    if (!job.isOver) this.#waiting.addFirst(job);
  }

  fail(reason: GraphError): void {
    for (const job of this.#waiting.takeAll()) job.fail(reason);
  }

  isFree(engine: Engine): boolean {
    return engine.state === 'idle' && !this.#taken.has(engine);
  }

  dispatch(): void {
    for (const engine of this.#engines) {
      if (!this.isFree(engine)) continue;
      const job = this.#waiting.take((waiting) => this.#mayRun(waiting, engine));
      if (job !== undefined) void this.#run(job, engine);
    }
  }

  /** Evaluates the query of a job, on its client's account. */
  async evaluate(job: Job, engine: Engine, dataset: DatasetGraphs | undefined): Promise<EngineResult> {
    const { clients, now } = this.#options;
    const { query, format, limits } = job.request;
    const { client, isCheap } = job;
    const watch = isCheap && !query.isPoint && this.#isKept(engine) ? this.#watchKept(job, engine) : undefined;
    const begunAt = now();
    try {
      return await engine.run({
        text: query.text,
        kind: query.kind,
        cost: isCheap ? 'cheap' : 'normal',
        mediaType: format.mediaType,
        dataset,
        ...limits,
        addedLines: query.addedLines,
      });
    } finally {
      clearTimeout(watch);
      clients.charge(client, now() - begunAt);
    }
  }

  async #run(job: Job, engine: Engine): Promise<void> {
    const { clients, run } = this.#options;
    const isHeavy = !this.#isCheap(job);
    this.#taken.add(engine);
    clients.begin(job.client, isHeavy);
    await run(job, engine);
    clients.end(job.client, isHeavy);
    this.#taken.delete(engine);
    this.dispatch();
  }

  /** When the line is full, whoever has most in it makes room. */
  #makeRoom(client: string): void {
    if (this.waiting < this.#options.maxWaiting) return;
    const busy = new GraphError('graph/busy', `${this.waiting} queries are waiting for an engine.`);
    const last = this.#waiting.takeFromLongest(client);
    if (last === undefined) throw busy;
    last.fail(busy);
  }

  /** What only looks cheap was not always found out: then the rule is stricter for some time, and longer for that client. */
  #isCheap(job: Job): boolean {
    const { clients, now } = this.#options;
    if (!job.isCheap || job.request.query.isPoint) return job.isCheap;
    return now() >= this.#strictUntil && !clients.isDistrusted(job.client);
  }

  /** Cheap queries run anywhere. The others leave one engine to those, and no client gets all that are left. */
  #mayRun(job: Job, engine: Engine): boolean {
    if (this.#isCheap(job)) return true;
    if (this.#isKept(engine)) return false;
    const most = Math.max(1, this.#engines.length - 2);
    return job.client === '' || this.#options.clients.heavyOf(job.client) < most;
  }

  /**
   * The first engine is kept for cheap queries, unless no other one can be started. That another one is being started is no
   * reason: it happens after every query that was killed.
   */
  #isKept(engine: Engine): boolean {
    const [first, ...others] = this.#engines;
    return engine === first && others.some(({ failure }) => failure === undefined);
  }

  /**
   * Moves a query that is not as cheap as it looked from the kept engine to the others, which costs a start of the engine.
   */
  #watchKept(job: Job, engine: Engine): NodeJS.Timeout {
    return setTimeout(() => {
      job.isCheap = false;
      this.#options.clients.distrust(job.client);
      this.#strictUntil = this.#options.now() + strictMs;
      engine.interrupt(notCheap);
    }, this.#options.keptMs);
  }
}
