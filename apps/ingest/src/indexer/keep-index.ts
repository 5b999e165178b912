import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Corpus } from '@askg/corpus';
import { type Embedder, InferenceError, type MultiVectorEncoder } from '@askg/inference';
import { type IndexReport, type OpenSearchSettings, PassageIndexer, VectorFile } from '@askg/retrieval';
import type { IndexerReport } from './indexer-messages.ts';

export type KeepOptions = {
  corpus: Corpus;
  /** Resolves when the embedder is open, or when it is clear that there is none. */
  embedder: Promise<Embedder | undefined>;
  /** Resolves to the encoder whose vectors of passages are stored too, if any. */
  encoder?: Promise<MultiVectorEncoder | undefined>;
  /** File of vectors that need not be computed. */
  cache?: string;
  /** Server that keeps the index in place of the folder of the corpus. */
  server?: OpenSearchSettings;
  /** Begins the index anew. */
  rebuild: boolean;
  signal: AbortSignal;
  say: (report: IndexerReport) => void;
};

/** Milliseconds between looks at the commit number. */
const pollMs = 250;
/** Milliseconds without anything to do after which the tables are compacted. */
const quietMs = 20_000;
/** Milliseconds until a server that embeds nothing is asked again. */
const patienceMs = 10_000;

/**
 * Keeps the passage index in step with the corpus until the signal comes: words first, vectors after, new papers' words
 * without waiting for the vectors of others. The caller holds the indexer lease.
 * @throws RetrievalError retrieval/damaged-index, retrieval/not-writable
 */
export async function keepIndex(options: KeepOptions): Promise<void> {
  const keeper = new IndexKeeper(options);
  try {
    await keeper.run();
  } finally {
    await keeper.close();
  }
}

class IndexKeeper {
  readonly #options: KeepOptions;
  #indexer: PassageIndexer | undefined;
  #embedder: Embedder | undefined;
  /** An embedder that no indexer uses yet. */
  #arrived: Embedder | undefined;
  /** Vectors under way. */
  #embedding: Promise<void> | undefined;
  #failure: { error: unknown } | undefined;
  #wordsAt = -1;
  #vectorsAt = -1;
  /** Nothing is embedded before this time. */
  #restsUntil = -Infinity;
  #isTidy = false;

  constructor(options: KeepOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { corpus, rebuild, signal } = this.#options;
    await this.#open();
    void this.#awaitEmbedder();
    if (rebuild) this.#told(await this.#indexer?.rebuild(this.#progress()), corpus.commitNumber());
    let quietSince = performance.now();
    while (!signal.aborted) {
      if (this.#failure) throw this.#failure.error;
      if (await this.#step()) quietSince = performance.now();
      else if (!this.#isTidy && performance.now() - quietSince > quietMs) await this.#tidy();
      await delay(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.#embedding;
    await this.#indexer?.close();
    await (this.#embedder ?? this.#arrived)?.close();
    await (await this.#options.encoder)?.close();
  }

  /** @returns whether there was something to do */
  async #step(): Promise<boolean> {
    if (this.#arrived) await this.#useEmbedder(this.#arrived);
    const commit = this.#options.corpus.commitNumber();
    if (commit !== this.#wordsAt) {
      this.#told(await this.#indexer?.catchUp(this.#progress()), commit);
      return true;
    }
    if (this.#embedding) return true;
    if (!this.#embedder || this.#vectorsAt === this.#wordsAt || performance.now() < this.#restsUntil) return false;
    this.#embedding = this.#embed(this.#wordsAt);
    return true;
  }

  #told(report: IndexReport | undefined, commit: number): void {
    if (!report) return;
    this.#wordsAt = commit;
    this.#isTidy = false;
    for (const failed of report.failed) this.#options.say({ type: 'failed', ...failed });
    this.#options.say({ type: 'words', commit, added: report.added, removed: report.removed });
  }

  async #embed(commit: number): Promise<void> {
    try {
      const report = await this.#indexer?.embedPending(this.#progress());
      this.#vectorsAt = commit;
      for (const failed of report?.failed ?? []) this.#options.say({ type: 'failed', ...failed });
      this.#options.say({ type: 'vectors', commit, added: report?.added ?? 0 });
      await this.#encode(commit);
    } catch (error) {
      if (!this.#options.signal.aborted) this.#missed(error);
    } finally {
      this.#embedding = undefined;
    }
  }

  async #encode(commit: number): Promise<void> {
    const encoder = await this.#options.encoder;
    if (!encoder) return;
    const report = await this.#indexer?.encodePending(encoder, this.#progress());
    for (const failed of report?.failed ?? []) this.#options.say({ type: 'failed', ...failed });
    this.#options.say({ type: 'tokens', commit, added: report?.added ?? 0 });
  }

  /** A server that embeds comes back; whatever else goes wrong ends the process. */
  #missed(error: unknown): void {
    if (!(error instanceof InferenceError)) this.#failure = { error };
    else {
      this.#restsUntil = performance.now() + patienceMs;
      this.#options.say({ type: 'no-vectors', problem: error.toProblem() });
    }
  }

  async #awaitEmbedder(): Promise<void> {
    try {
      this.#arrived = await this.#options.embedder;
    } catch (error) {
      this.#failure = { error };
    }
  }

  /** An indexer knows its embedder from the start: another one takes the place of the one without. */
  async #useEmbedder(embedder: Embedder): Promise<void> {
    this.#arrived = undefined;
    this.#embedder = embedder;
    await this.#indexer?.close();
    await this.#open(embedder);
  }

  async #open(embedder?: Embedder): Promise<void> {
    const { corpus, cache, server } = this.#options;
    this.#indexer = await PassageIndexer.open({
      corpus,
      newId: () => randomUUID(),
      ...(server ? { server } : {}),
      ...(embedder ? { embedder } : {}),
      ...(cache === undefined ? {} : { cache: VectorFile.read(cache) }),
    });
  }

  async #tidy(): Promise<void> {
    await this.#indexer?.optimize();
    this.#isTidy = true;
  }

  #progress() {
    const { signal, say } = this.#options;
    return {
      signal,
      progress: (step: Omit<IndexerReport & { type: 'progress' }, 'type'>) => say({ type: 'progress', ...step }),
    };
  }
}
