import type { GraphStore } from '../store.ts';
import { countGraphs, type GraphCounts } from './graph-counts.ts';

/** What each named graph held at one commit. */
export type CountedCommit = { commit: number; graphs: ReadonlyMap<string, GraphCounts> };

/** What is counted: the corpus, as far as it tells which graphs stand. */
export type CountedCorpus = {
  commitNumber(): number;
  snapshot(): { commit: number; graphs: readonly { name: string; digest: string }[] };
  changesSince(commit: number): { changes: readonly { name: string }[] };
};

/** Graphs that one query counts: a fraction of a second of an engine's time. */
const batchSize = 20;

/** Rounds after which a corpus that keeps moving is left until somebody asks again. */
const mostRounds = 3;

/**
 * Counts what the corpus holds, graph by graph, and keeps each count by the digest of the graph: after a commit only the
 * graphs that it changed are counted. Nothing is counted before somebody asks.
 */
export class CorpusCounts {
  readonly #corpus: CountedCorpus;
  readonly #store: Pick<GraphStore, 'query'>;
  #byDigest = new Map<string, GraphCounts>();
  #known: CountedCommit | undefined;
  #counting: Promise<void> | undefined;

  constructor(corpus: CountedCorpus, store: Pick<GraphStore, 'query'>) {
    this.#corpus = corpus;
    this.#store = store;
  }

  /**
   * @param patience ends the wait, not the counting
   * @returns the counts of the newest commit, or when patience ends before they are there, the last that are known
   */
  async latest(patience: AbortSignal): Promise<CountedCommit | undefined> {
    if (this.#known?.commit === this.#corpus.commitNumber()) return this.#known;
    // Who asks is told what is known; that no engine can count now is told by the state of the server.
    this.#counting ??= this.#count()
      .catch(() => undefined)
      .finally(() => (this.#counting = undefined));
    await Promise.race([this.#counting, ended(patience)]);
    return this.#known;
  }

  async #count(): Promise<void> {
    for (let round = 0; round < mostRounds; round += 1) {
      const { commit, graphs } = this.#corpus.snapshot();
      const unknown = graphs.filter(({ digest }) => !this.#byDigest.has(digest));
      for (let start = 0; start < unknown.length; start += batchSize) {
        await this.#countBatch(unknown.slice(start, start + batchSize), commit);
      }
      const counted = graphs.flatMap(({ name, digest }) => {
        const counts = this.#byDigest.get(digest);
        return counts === undefined ? [] : [{ name, digest, counts }];
      });
      if (counted.length < graphs.length) continue;
      this.#byDigest = new Map(counted.map(({ digest, counts }) => [digest, counts]));
      this.#known = { commit, graphs: new Map(counted.map(({ name, counts }) => [name, counts])) };
      return;
    }
  }

  /** A graph that changed while it was counted stays uncounted: nobody knows which of its versions the queries saw. */
  async #countBatch(batch: readonly { name: string; digest: string }[], commit: number): Promise<void> {
    const names = batch.map(({ name }) => name);
    const { commit: seen, counts } = await countGraphs(this.#store, names, { atLeastCommit: commit });
    const changed =
      seen === commit ? new Set() : new Set(this.#corpus.changesSince(commit).changes.map(({ name }) => name));
    for (const { name, digest } of batch) {
      const counted = counts.get(name);
      if (counted !== undefined && !changed.has(name)) this.#byDigest.set(digest, counted);
    }
  }
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
