import { GraphError } from '../graph-error.ts';
import { guardQuery } from '../guard/guard-query.ts';
import { chooseMediaType } from '../results/choose-media-type.ts';
import type { GraphStore, QueryOptions, QueryResult, StoreStatus } from '../store.ts';
import { checkDataset } from '../guard/dataset.ts';
import { Engine, type EngineResult } from './engine.ts';
import { Job } from './job.ts';
import { type CompletePoolOptions, completeOptions, type OxigraphPoolOptions } from './pool-options.ts';

/**
 * Oxigraph in child processes, behind the guard. A query is evaluated by one process, which is killed when the query
 * passes its deadline or is cancelled; meanwhile the others answer.
 */
export class OxigraphPool implements GraphStore {
  readonly #options: CompletePoolOptions;
  readonly #engines: readonly Engine[];
  /** Engines that a query has been given to, from the choice to its end. */
  readonly #taken = new Set<Engine>();
  #waiting: Job[] = [];
  /** The newest commit that a client has seen. */
  #shown = 0;
  #isClosed = false;
  #poll: NodeJS.Timeout | undefined;
  #started: PromiseWithResolvers<void> | undefined;

  constructor(options: OxigraphPoolOptions) {
    this.#options = completeOptions(options);
    const { folder, feedModule, now, engineMemoryMiB: memoryMiB } = this.#options;
    const changed = () => this.#changed();
    this.#engines = Array.from(
      { length: this.#options.engines },
      () => new Engine({ folder, feedModule, memoryMiB, now, changed }),
    );
  }

  /**
   * Starts the engines; resolves when the first can answer.
   * @throws GraphError `graph/not-ready` when each has failed to start; they are tried again until `close`
   */
  async start(): Promise<void> {
    if (this.#isClosed) throw closed();
    if (this.#started === undefined) {
      this.#started = Promise.withResolvers<void>();
      for (const engine of this.#engines) engine.start();
      this.#poll = setInterval(() => void this.#follow(), this.#options.pollMs);
      this.#poll.unref();
    }
    await this.#started.promise;
  }

  async query(sparql: string, options: QueryOptions = {}): Promise<QueryResult> {
    const startedAt = this.#options.now();
    if (this.#isClosed) throw closed();
    if (this.#started === undefined) throw new GraphError('graph/not-ready', 'The engines have not been started.');
    const limits = {
      rows: Math.min(options.limits?.rows ?? Infinity, this.#options.limits.rows),
      bytes: Math.min(options.limits?.bytes ?? Infinity, this.#options.limits.bytes),
    };
    const query = guardQuery(sparql, { ...this.#options.guard, rows: limits.rows });
    const format = chooseMediaType(options.accept, query.kind, options.format);
    if (options.signal?.aborted === true) throw new GraphError('graph/cancelled', 'The query was cancelled at once.');
    if (this.#waiting.length >= this.#options.maxWaiting) {
      throw new GraphError('graph/busy', `${this.#waiting.length} queries are waiting for an engine.`);
    }
    const deadlineMs = Math.min(options.deadlineMs ?? Infinity, this.#options.deadlineMs);
    const job = new Job({ query, format, options, limits, deadlineMs }, startedAt);
    this.#waiting.push(job);
    this.#dispatch();
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
      ready: engines.some(({ state }) => isServing(state)),
      commit: this.#shown,
      engines,
      waiting: this.#waiting.length,
      problems: [...problems.values()],
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#poll);
    const reason = closed();
    for (const job of this.#waiting.splice(0)) job.fail(reason);
    this.#started?.promise.catch(() => undefined);
    this.#started?.reject(reason);
    await Promise.all(this.#engines.map((engine) => engine.close(reason)));
  }

  #changed(): void {
    if (this.#isClosed) return;
    if (this.#engines.some(({ state }) => isServing(state))) this.#started?.resolve();
    else if (this.#engines.every(({ failure }) => failure !== undefined)) {
      const [engine] = this.#engines;
      this.#started?.reject(new GraphError('graph/not-ready', engine?.failure ?? 'No engine could be started.'));
    }
    this.#dispatch();
  }

  /** Gives waiting queries to idle engines, in their order as far as the kept engine allows. */
  #dispatch(): void {
    this.#waiting = this.#waiting.filter((job) => {
      if (job.isOver) return false;
      const engine = this.#engineFor(job);
      if (engine === undefined) return true;
      void this.#run(job, engine);
      return false;
    });
  }

  /** The first engine is kept for cheap queries, unless no other one is up. */
  #engineFor(job: Job): Engine | undefined {
    const [kept, ...others] = this.#engines;
    const isOpen = job.isCheap || !others.some(({ state }) => isServing(state));
    const allowed = kept !== undefined && isOpen ? [kept, ...others] : others;
    return allowed.find((engine) => engine.state === 'idle' && !this.#taken.has(engine));
  }

  async #run(job: Job, engine: Engine): Promise<void> {
    this.#taken.add(engine);
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
      job.runningOn = engine;
      const { commit } = engine;
      const { query, format, limits } = job.request;
      const result = await engine.run({
        text: query.text,
        kind: query.kind,
        cost: query.cost,
        mediaType: format.mediaType,
        dataset,
        ...limits,
        addedLines: query.addedPrefixes.length,
      });
      job.runningOn = undefined;
      this.#shown = Math.max(this.#shown, commit);
      job.finish(this.#resultOf(job, result, commit));
      this.#replaceGrown(engine);
    } catch (error) {
      if (isLost(error) && job.runningOn === undefined && !job.wasPutBack) this.#putBack(job);
      else job.fail(error);
    } finally {
      job.runningOn = undefined;
      this.#taken.delete(engine);
      this.#dispatch();
    }
  }

  /** The engine was lost while it caught up, which is not the query's doing. */
  #putBack(job: Job): void {
    job.wasPutBack = true;
    if (this.#isClosed) job.fail(closed());
    else this.#waiting.unshift(job);
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

  #replaceGrown(engine: Engine): void {
    const isAlone = !this.#engines.some((other) => other !== engine && isServing(other.state));
    if (isAlone || engine.state !== 'idle' || engine.growth < this.#options.engineGrowth) return;
    engine.interrupt(new GraphError('graph/engine-lost', 'The engine is being replaced.'));
  }

  /** Keeps idle engines in step, one at a time, so that the others answer meanwhile. */
  async #follow(): Promise<void> {
    if (this.#engines.some(({ state }) => state === 'waiting')) return;
    const newest = await this.#newestCommit();
    const behind = this.#engines.find(
      (engine) => engine.state === 'idle' && engine.commit < newest && !this.#taken.has(engine),
    );
    await behind?.advance(newest).catch(() => undefined);
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

function isServing(state: Engine['state']): boolean {
  return state === 'idle' || state === 'busy' || state === 'waiting';
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
