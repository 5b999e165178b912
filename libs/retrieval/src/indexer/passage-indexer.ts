import type { Embedder, MultiVectorEncoder } from '@askg/inference';
import { passageStores } from '../open-passage-index.ts';
import type { OpenSearchSettings } from '../opensearch/open-search-settings.ts';
import type { PassageStore, PassageStores } from '../passage-store.ts';
import type { VectorCache } from '../vectors/vector-cache.ts';
import { adoptVectors } from './adopt-vectors.ts';
import { encodePassages } from './encode-passages.ts';
import { Exclusive } from './exclusive.ts';
import type { IndexOptions, IndexReport } from './index-report.ts';
import { indexVectors } from './index-vectors.ts';
import { indexWords } from './index-words.ts';
import { type IndexedCorpus, beginStore, openStore } from './open-store.ts';

export type IndexerOptions = {
  corpus: IndexedCorpus;
  /** Without one only words are indexed. */
  embedder?: Embedder;
  /** Keeps the index there, in place of the folder of the corpus. */
  server?: OpenSearchSettings;
  /** Vectors that need not be computed. */
  cache?: VectorCache;
  /** A name that no index had before, such as a UUID. */
  newId: () => string;
  /** What time it is; the system's clock by default. */
  clock?: () => Date;
};

/**
 * Keeps the passage index of a corpus in step with it. There is one at a time: whoever makes one holds the corpus's indexer
 * lease. `catchUp` and `embedPending` may run at once, so that new papers do not wait for a long embedding.
 */
export class PassageIndexer {
  readonly #options: IndexerOptions;
  readonly #exclusive = new Exclusive();
  readonly #clock: () => Date;
  readonly #stores: PassageStores;
  #store: PassageStore;
  /** The index whose vectors the catalog has been compared with. */
  #adopted: PassageStore | undefined;

  private constructor(options: IndexerOptions, stores: PassageStores, store: PassageStore) {
    this.#options = options;
    this.#stores = stores;
    this.#clock = options.clock ?? systemClock;
    this.#store = store;
  }

  /**
   * Opens the index in the corpus's folder `projections` or on the server, or begins a new one where there is none that belongs
   * to the catalog.
   * @throws RetrievalError retrieval/not-writable, retrieval/damaged-index, retrieval/unreachable, retrieval/server-refused
   */
  static async open(options: IndexerOptions): Promise<PassageIndexer> {
    const { corpus, server, newId } = options;
    const stores = passageStores(corpus.folder, server);
    return new PassageIndexer(options, stores, await openStore(corpus, stores, newId));
  }

  /**
   * Words: afterwards every paper that the corpus held at the call can be searched by words, and none that was removed before,
   * by words or vectors.
   * @throws RetrievalError retrieval/cancelled, retrieval/damaged-index
   */
  async catchUp(options: IndexOptions = {}): Promise<IndexReport> {
    return indexWords(this.#options.corpus, this.#store, this.#exclusive, this.#clock, options);
  }

  /**
   * Vectors of what `catchUp` has indexed, in the background of questions; reports nothing done without an embedder. It can be
   * ended at any time and goes on where it stood.
   * @throws RetrievalError retrieval/cancelled, retrieval/damaged-index; InferenceError inference/closed, and what a server
   * that embeds fails with for all papers alike
   */
  async embedPending(options: IndexOptions = {}): Promise<IndexReport> {
    const { corpus, embedder, cache } = this.#options;
    if (!embedder) return { added: 0, removed: 0, failed: [] };
    const store = this.#store;
    if (this.#adopted !== store) {
      await adoptVectors(corpus, store, embedder.model);
      this.#adopted = store;
    }
    const clock = this.#clock;
    const work = { corpus, store, exclusive: this.#exclusive, embedder, clock, ...(cache ? { cache } : {}) };
    return indexVectors(work, options);
  }

  /**
   * Token vectors of a second model for what `catchUp` has indexed, in the background of questions, so that a reranker of that
   * model need not make them. It can be ended at any time and goes on where it stood.
   * @throws RetrievalError retrieval/cancelled, retrieval/damaged-index; InferenceError inference/closed
   */
  async encodePending(encoder: MultiVectorEncoder, options: IndexOptions = {}): Promise<IndexReport> {
    const { corpus } = this.#options;
    return encodePassages({ corpus, store: this.#store, exclusive: this.#exclusive, encoder }, options);
  }

  /** Compacts the tables and builds their indices. It can take minutes; call it when there is nothing else to do. */
  async optimize(): Promise<void> {
    await this.#exclusive.run(() => this.#store.optimize(this.#clock()));
  }

  /**
   * Builds the words anew, in an index that takes the place of the old one when it is complete; vectors follow by
   * `embedPending`. No embedding may be under way.
   */
  async rebuild(options: IndexOptions = {}): Promise<IndexReport> {
    const { corpus, newId } = this.#options;
    const old = this.#store;
    const store = await beginStore(corpus, this.#stores, newId);
    this.#store = store;
    const report = await indexWords(corpus, store, this.#exclusive, this.#clock, options);
    await this.#stores.show(store);
    old.close();
    return report;
  }

  async close(): Promise<void> {
    await this.#exclusive.run(async () => this.#store.close());
  }
}

const systemClock = (): Date => new Date();
