import { setTimeout as delay } from 'node:timers/promises';
import { CodedError } from '@askg/contract';
import type { GraphFeed } from '../oxigraph/graph-feed.ts';
import type { Neo4jProjection } from './neo4j-projection.ts';

export type FollowerState = {
  state: 'in-step' | 'catching-up' | 'waiting';
  /** The commit that stands; 0 before the first is known. */
  commit: number;
  /** Why it waits, or which graphs were left out. */
  problem?: { code: string; detail: string };
};

export type FollowerOptions = {
  /** Milliseconds between looks at the corpus; default 1,000. */
  pollMs?: number;
  /** Looks after which Neo4j is compared though nothing was committed: somebody may have emptied it. Default 60. */
  looksUntilCheck?: number;
  /** Longest wait after a failure, in milliseconds; it doubles from twice `pollMs` to this. Default 30,000. */
  longestWaitMs?: number;
  /** Told of each change of the state, and once of each reason to wait. */
  onChange?: (state: FollowerState) => void;
};

/** What a follower needs of the projection. */
type Followed = Pick<Neo4jProjection, 'bringInStep' | 'close'>;
type Settings = Required<Omit<FollowerOptions, 'onChange'>> & Pick<FollowerOptions, 'onChange'>;

/**
 * Keeps a Neo4j in step with a corpus, commit by commit. A server that is down is tried again, ever more seldom, and caught
 * up with when it is back. One follower at a time: the process that holds the server lock of the corpus.
 */
export class Neo4jFollower {
  readonly #projection: Followed;
  readonly #feed: GraphFeed;
  readonly #options: Settings;
  readonly #stop = new AbortController();
  #state: FollowerState = { state: 'catching-up', commit: 0 };
  /** Looks since Neo4j was compared. */
  #looks = 0;
  #loop: Promise<void> | undefined;

  constructor(projection: Followed, feed: GraphFeed, options: FollowerOptions = {}) {
    this.#projection = projection;
    this.#feed = feed;
    this.#options = { pollMs: 1000, looksUntilCheck: 60, longestWaitMs: 30_000, ...options };
  }

  start(): void {
    this.#loop ??= this.#follow();
  }

  state(): FollowerState {
    return this.#state;
  }

  /** Ends after the graph that is being written. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
    await this.#projection.close();
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    let wait = this.#options.pollMs;
    while (!signal.aborted) {
      try {
        if (await this.#isDue()) await this.#catchUp();
        wait = this.#options.pollMs;
      } catch (error) {
        if (signal.aborted) break;
        const detail = error instanceof Error ? error.message : String(error);
        const code = error instanceof CodedError ? error.code : 'graph/unreachable';
        this.#become({ state: 'waiting', commit: this.#state.commit, problem: { code, detail } });
        wait = Math.min(2 * wait, this.#options.longestWaitMs);
      }
      await delay(wait, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async #isDue(): Promise<boolean> {
    this.#looks += 1;
    const { state, commit } = this.#state;
    return (
      state !== 'in-step' || this.#looks > this.#options.looksUntilCheck || (await this.#feed.commitNumber()) > commit
    );
  }

  /** A server that was away counts as such until something could be written again. */
  async #catchUp(): Promise<void> {
    const { signal } = this.#stop;
    const onProgress = (): void => this.#become({ state: 'catching-up', commit: this.#state.commit });
    const { commit, damaged } = await this.#projection.bringInStep(this.#feed, { signal, onProgress });
    this.#looks = 0;
    const detail = damaged.map((each) => `${each.graph}: ${each.detail}`).join(' ');
    this.#become({
      state: 'in-step',
      commit,
      ...(detail === '' ? {} : { problem: { code: 'graph/unloadable-graph', detail } }),
    });
  }

  #become(state: FollowerState): void {
    const isNew = state.state !== this.#state.state || state.problem?.detail !== this.#state.problem?.detail;
    this.#state = state;
    if (isNew) this.#options.onChange?.(state);
  }
}
