import { GraphError } from '../graph-error.ts';
import { guardInTurn } from '../guard/guard-in-turn.ts';
import { chooseMediaType } from '../results/choose-media-type.ts';
import type { GraphStore, QueryOptions, QueryResult, StoreStatus } from '../store.ts';
import { checkDataset } from '../guard/dataset.ts';
import { ClientLedger } from './client-ledger.ts';
import { Dispatcher, notCheap } from './dispatcher.ts';
import { Engine, type EngineResult } from './engine.ts';
import { EngineProcesses } from './engine-processes.ts';
import { Job } from './job.ts';
import { type CompletePoolOptions, completeOptions, type OxigraphPoolOptions } from './pool-options.ts';

/**
 * Oxigraph in child processes, behind the guard. A query is evaluated by one process, which is killed when the query
 * passes its deadline or is cancelled; meanwhile the others answer.
 */
export class OxigraphPool implements GraphStore {
  readonly #options: CompletePoolOptions;
  readonly #engines: readonly Engine[];
  readonly #processes: EngineProcesses;
  readonly #dispatcher: Dispatcher;
  readonly #clients: ClientLedger;
  /** The newest commit that a client has seen. */
  #shown = 0;
  #isClosed = false;
  #poll: NodeJS.Timeout | undefined;
  #started: PromiseWithResolvers<void> | undefined;

  constructor(options: OxigraphPoolOptions) {
    this.#options = completeOptions(options);
    const { setup, now, engineMemoryMiB: memoryMiB, clientLimits } = this.#options;
    this.#processes = new EngineProcesses(setup, memoryMiB);
    this.#clients = new ClientLedger(clientLimits, now);
    const changed = () => this.#changed();
    this.#engines = Array.from(
      { length: this.#options.engines },
      () => new Engine({ processes: this.#processes, now, changed }),
    );
    const run = (job: Job, engine: Engine) => this.#run(job, engine);
    this.#dispatcher = new Dispatcher(this.#engines, { ...this.#options, clients: this.#clients, run });
  }

  /**
   * Starts the engines; resolves when the first can answer.
   * @throws GraphError `graph/not-ready` when each has failed to start; they are tried again until `close`
   */
  async start(): Promise<void> {
    if (this.#isClosed) throw closed();
    if (this.#started === undefined) {
      this.#started = Promise.withResolvers<void>();
      this.#startEngines();
      this.#poll = setInterval(() => void this.#follow(), this.#options.pollMs);
      this.#poll.unref();
    }
    await this.#started.promise;
  }

  async query(sparql: string, options: QueryOptions = {}): Promise<QueryResult> {
    const startedAt = this.#options.now();
    if (this.#isClosed) throw closed();
    if (this.#started === undefined) throw new GraphError('graph/not-ready', 'The engines have not been started.');
    const { client } = options;
    if (client === undefined) return this.#enqueue(sparql, options, startedAt);
    this.#clients.open(client);
    try {
      return await this.#enqueue(sparql, options, startedAt);
    } finally {
      this.#clients.close(client);
    }
  }

  async #enqueue(sparql: string, options: QueryOptions, startedAt: number): Promise<QueryResult> {
    const limits = {
      rows: Math.min(options.limits?.rows ?? Infinity, this.#options.limits.rows),
      bytes: Math.min(options.limits?.bytes ?? Infinity, this.#options.limits.bytes),
    };
    const query = await guardInTurn(sparql, { ...this.#options.guard, base: options.base, rows: limits.rows });
    const format = chooseMediaType(options.accept, query.kind, options.format);
    if (options.signal?.aborted === true) throw new GraphError('graph/cancelled', 'The query was cancelled at once.');
    const deadlineMs = Math.min(options.deadlineMs ?? Infinity, this.#options.deadlineMs);
    if (this.#isClosed) throw closed();
    const job = new Job({ query, format, options, limits, deadlineMs }, startedAt);
    try {
      this.#dispatcher.add(job);
    } catch (error) {
      job.fail(error);
    }
    return job.result;
  }

  commit(): number {
    return this.#shown;
  }

  status(): StoreStatus {
    const engines = this.#engines.map((engine) => engine.status());
    const problems = new Map(
      this.#engines.flatMap((engine) => engine.problems.map((problem) => [problem.graph, problem] as const)),
    );
    return {
      ready: this.#engines.some(({ isServing }) => isServing),
      commit: this.#shown,
      engines,
      waiting: this.#dispatcher.waiting,
      problems: [...problems.values()],
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#poll);
    const reason = closed();
    this.#dispatcher.fail(reason);
    this.#processes.close();
    this.#started?.promise.catch(() => undefined);
    this.#started?.reject(reason);
    await Promise.all(this.#engines.map((engine) => engine.close(reason)));
  }

  /** Where images are kept the first engine makes one for the others: loading is work for each processor it is done on. */
  #startEngines(): void {
    const [first, ...others] = this.#engines;
    if (first?.isBegun === false) first.start();
    const isAlone = first?.state === 'starting' && first.failure === undefined;
    if (isAlone && this.#options.setup.image !== undefined) return;
    for (const engine of others) if (!engine.isBegun) engine.start();
  }

  #changed(): void {
    if (this.#isClosed) return;
    this.#startEngines();
    if (this.#engines.some(({ isServing }) => isServing)) this.#started?.resolve();
    else if (this.#engines.every(({ failure }) => failure !== undefined)) {
      const [engine] = this.#engines;
      this.#started?.reject(new GraphError('graph/not-ready', engine?.failure ?? 'No engine could be started.'));
    }
    this.#dispatcher.dispatch();
  }

  /** Brings a job to its end, or back into the line. */
  async #run(job: Job, engine: Engine): Promise<void> {
    try {
      await this.#catchUp(job, engine);
      if (job.isOver) return;
      if (engine.state !== 'idle') throw new GraphError('graph/engine-lost', 'The engine ended before it began.');
      const dataset = job.dataset();
      const { readable } = job.request.options;
      // Graphs that a caller's collections name may be gone by now; graphs that the caller names must exist.
      if (dataset !== undefined && (job.request.options.graphs ?? job.request.query.dataset) !== undefined) {
        checkDataset(dataset, (graph) => engine.has(graph) && (readable === undefined || readable.has(graph)));
      }
      // It may have to be killed.
      if (!job.isCheap) this.#processes.keepSpare();
      job.runningOn = engine;
      const { commit } = engine;
      const result = await this.#dispatcher.evaluate(job, engine, dataset);
      job.runningOn = undefined;
      this.#shown = Math.max(this.#shown, commit);
      job.finish(this.#resultOf(job, result, commit));
      if (engine.growth >= this.#options.engineGrowth) this.#renew(engine);
    } catch (error) {
      if (error === notCheap || (isLost(error) && job.runningOn === undefined && !job.wasPutBack)) this.#putBack(job);
      else job.fail(error);
    } finally {
      job.runningOn = undefined;
    }
  }

  /** The engine was lost while it caught up, which is not the query's doing, or the query has to run on another. */
  #putBack(job: Job): void {
    job.wasPutBack = true;
    if (this.#isClosed) job.fail(closed());
    else this.#dispatcher.putBack(job);
  }

  /** A query never sees less than what the corpus holds when it starts, and never less than what was shown before. */
  async #catchUp(job: Job, engine: Engine): Promise<void> {
    const wanted = job.request.options.atLeastCommit ?? 0;
    const newest = Math.max(this.#shown, await this.#newestCommit());
    if (wanted > newest) {
      throw new GraphError('graph/unknown-commit', `Commit ${wanted} was asked for; the newest is ${newest}.`);
    }
    if (engine.commit >= newest || engine.state !== 'idle') return;
    await engine.advance(newest);
    if (engine.commit < newest) {
      throw new GraphError('graph/not-ready', `The corpus has gone back from commit ${newest} to ${engine.commit}.`);
    }
  }

  #resultOf(job: Job, result: EngineResult, commit: number): QueryResult {
    const { query, format } = job.request;
    const { rows, bytes, body } = result;
    return {
      kind: query.kind,
      mediaType: format.mediaType,
      body: typeof body === 'string' ? body : chunksOf(body),
      rows,
      bytes,
      commit,
      ms: this.#options.now() - job.startedAt,
    };
  }

  /** Replaces an engine, unless it is the only one. */
  #renew(engine: Engine): void {
    const isAlone = !this.#engines.some((other) => other !== engine && other.isServing);
    if (isAlone || engine.state !== 'idle') return;
    engine.interrupt(new GraphError('graph/engine-lost', 'The engine is being replaced.'));
  }

  /** Keeps idle engines in step, one at a time, so that the others answer meanwhile. */
  async #follow(): Promise<void> {
    if (this.#engines.some(({ state }) => state === 'waiting')) return;
    const newest = await this.#newestCommit();
    const behind = this.#engines.find((engine) => engine.commit < newest && this.#dispatcher.isFree(engine));
    await behind?.advance(newest).catch(() => undefined);
    const last = this.#engines.at(-1);
    // The successor makes a new image.
    if (last?.imageIsBehind === true && this.#dispatcher.isFree(last)) this.#renew(last);
  }

  /** A catalog that cannot be read for a moment does not stop queries on what is loaded. */
  async #newestCommit(): Promise<number> {
    try {
      return await this.#options.feed.commitNumber();
    } catch {
      return this.#shown;
    }
  }
}

function isLost(error: unknown): boolean {
  return error instanceof GraphError && error.code === 'graph/engine-lost';
}

function closed(): GraphError {
  return new GraphError('graph/closed', 'The graph store has been closed.');
}

async function* chunksOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
