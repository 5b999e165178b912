import type { GraphStore } from '@askg/graph';
import type { LabelIndex } from './label-index.ts';
import type { Lexicon } from './lexicon.ts';
import { type LoadedLabels, loadLabels } from './load-labels.ts';

/** The label index of a store, built anew in the background when the graph has moved. */
export class LabelIndexes {
  readonly #store: GraphStore;
  readonly #lexicon: Lexicon;
  #current: LoadedLabels | undefined;
  #loading: Promise<LoadedLabels> | undefined;

  constructor(store: GraphStore, lexicon: Lexicon) {
    this.#store = store;
    this.#lexicon = lexicon;
  }

  /**
   * The index of the newest commit if it is there or comes within `patienceMs`, else of an earlier one; without any, the
   * first is waited for.
   * @throws GraphError as the store does
   */
  async current(patienceMs: number): Promise<{ index: LabelIndex; isNewest: boolean }> {
    const known = this.#current;
    if (known !== undefined && known.commit >= this.#newestCommit()) return { index: known.index, isNewest: true };
    const loading = this.#load();
    if (known === undefined) return { index: (await loading).index, isNewest: true };
    const newest = await within(loading, patienceMs).catch(() => undefined);
    return { index: newest?.index ?? known.index, isNewest: newest !== undefined };
  }

  /** What a query would see now: engines follow the corpus by themselves, also when nobody asks. */
  #newestCommit(): number {
    return Math.max(this.#store.commit(), ...this.#store.status().engines.map(({ commit }) => commit));
  }

  #load(): Promise<LoadedLabels> {
    this.#loading ??= loadLabels(this.#store, this.#lexicon)
      .then((loaded) => {
        this.#current = loaded;
        return loaded;
      })
      .finally(() => {
        this.#loading = undefined;
      });
    // Whoever waits hears of a failure; a question that went on with an earlier index does not need to.
    this.#loading.catch(() => {});
    return this.#loading;
  }
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
    timer.unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
