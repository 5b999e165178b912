import { GraphError } from '../graph-error.ts';
import type { EngineStatus, GraphProblem, StoreStatus } from '../store.ts';

/** What the keeper of a projection finds out about its server. */
export type ServerNews = {
  /** Faults of graphs, which are all there are. */
  problems?: readonly GraphProblem[];
  /** Why the server cannot be brought in step. */
  failure?: GraphError;
  /** How far the server is filled. */
  loading?: { graphs: number; of: number };
};

/** How a server does, as its queries and the keeper of its projection find it. */
export class ServerHealth {
  /** Quads in its named graphs, when they were last counted. */
  quads = 0;
  /** Why queries cannot be answered. */
  #down: GraphError | undefined;
  /** Why it cannot be brought in step, which queries need not suffer from. */
  #failure: GraphError | undefined;
  #problems: readonly GraphProblem[] = [];
  #loading: { graphs: number; of: number } | undefined;

  /** Why it cannot be reached, or brought in step. */
  get failure(): GraphError | undefined {
    return this.#down ?? this.#failure;
  }

  /** How far it is filled, in words. */
  get progress(): string {
    return this.#loading === undefined ? '' : `: ${this.#loading.graphs} of ${this.#loading.of} graphs`;
  }

  hear({ problems, failure, loading }: ServerNews): void {
    this.#problems = problems ?? this.#problems;
    this.#failure = failure;
    this.#loading = loading;
  }

  /** A query was answered. */
  isWell(): void {
    this.#down = undefined;
  }

  /** @returns whether the error says that the server cannot be reached */
  note(error: unknown): boolean {
    if (!(error instanceof GraphError) || error.code !== 'graph/unreachable') return false;
    this.#down = error;
    return true;
  }

  /** @param held what the server holds: its newest whole commit, if it has one, and the number of graphs */
  status(held: { commit: number | undefined; graphs: number }, running: number): Omit<StoreStatus, 'commit'> {
    const { commit, graphs } = held;
    const isReady = commit !== undefined && this.#down === undefined;
    const { failure } = this;
    const engine: EngineStatus = {
      state: isReady ? (running > 0 ? 'busy' : 'idle') : 'starting',
      commit: commit ?? 0,
      quads: this.quads,
      graphs,
      rss: 0,
      crashes: 0,
      ...(this.#loading === undefined || isReady ? {} : { loading: this.#loading }),
      ...(failure === undefined ? {} : { failure: failure.message }),
    };
    return { ready: isReady, engines: [engine], waiting: 0, problems: [...this.#problems] };
  }
}
