import { GraphError, type GraphErrorCode } from '../graph-error.ts';
import type { GuardedQuery } from '../guard/guarded-query.ts';
import type { ResultFormat } from '../results/media-types.ts';
import type { DatasetGraphs, QueryOptions, QueryResult, ResultLimits } from '../store.ts';
import type { Engine } from './engine.ts';

export type JobRequest = {
  query: GuardedQuery;
  format: ResultFormat;
  options: QueryOptions;
  limits: ResultLimits;
  deadlineMs: number;
};

/** One query on its way through the pool: it waits, runs on an engine, and ends once, in a result or an error. */
export class Job {
  readonly request: JobRequest;
  readonly startedAt: number;
  readonly result: Promise<QueryResult>;
  /** The engine that evaluates the query, and has to be interrupted to stop it. */
  runningOn: Engine | undefined;
  /** Whether an engine was lost under it before it began; a second time is told to the client. */
  wasPutBack = false;
  /** Whether it may run on the engine that is kept for cheap queries. */
  isCheap: boolean;
  #isOver = false;
  readonly #resolve: (result: QueryResult) => void;
  readonly #reject: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #cancel = () => this.#stop('graph/cancelled', 'The client no longer waits for the result.');

  constructor(request: JobRequest, startedAt: number) {
    this.request = request;
    this.startedAt = startedAt;
    this.isCheap = request.query.cost === 'cheap';
    const { promise, resolve, reject } = Promise.withResolvers<QueryResult>();
    this.result = promise;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(() => this.#stop('graph/timeout', this.#lateness()), request.deadlineMs);
    request.options.signal?.addEventListener('abort', this.#cancel, { once: true });
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Who asks; empty for the application itself. */
  get client(): string {
    return this.request.options.client ?? '';
  }

  /**
   * The graphs that the query sees: those of the protocol, else of FROM, else all that the caller may read.
   * Undefined: everything.
   */
  dataset(): DatasetGraphs | undefined {
    const { query, options } = this.request;
    const named = options.graphs ?? query.dataset;
    if (named !== undefined || options.readable === undefined) return named;
    const all = [...options.readable];
    return { default: all, named: all };
  }

  finish(result: QueryResult): void {
    if (this.#over()) this.#resolve(result);
  }

  fail(error: unknown): void {
    if (this.#over()) this.#reject(error);
  }

  #stop(code: GraphErrorCode, detail: string): void {
    const error = new GraphError(code, detail);
    const engine = this.runningOn;
    this.fail(error);
    engine?.interrupt(error);
  }

  #lateness(): string {
    const { deadlineMs } = this.request;
    const where = this.runningOn === undefined ? 'while it waited for an engine' : 'while it ran';
    return `The deadline of ${deadlineMs} ms passed ${where}.`;
  }

  #over(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.request.options.signal?.removeEventListener('abort', this.#cancel);
    return true;
  }
}
