import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Corpus } from '@askg/corpus';
import type { Embedder } from '@askg/inference';
import { openPassageIndex, PassageIndexer, RetrievalError } from '@askg/retrieval';
import { readPapers } from '../../test/eval/stack/demo-corpus.ts';
import { CopiedVectors } from './copied-vectors.ts';

/** An indexer at work: all words and vectors are there, and the model embeds tokens, paper after paper, until it is stopped. */
export class RunningIndexer {
  readonly #ending: AbortController;
  readonly #work: Promise<unknown>;
  readonly #close: () => Promise<void>;

  private constructor(ending: AbortController, work: Promise<unknown>, close: () => Promise<void>) {
    this.#ending = ending;
    this.#work = work;
    this.#close = close;
  }

  /** Resolves when every passage can be found by words and by vector. */
  static async start(corpus: Corpus, embedder: Embedder, papers: string): Promise<RunningIndexer> {
    const lease = corpus.takeIndexerLease();
    const cache = await CopiedVectors.of(embedder, await readPapers(papers));
    const indexer = await PassageIndexer.open({ corpus, embedder, cache, newId: randomUUID });
    const ending = new AbortController();
    await indexer.catchUp();
    const work = indexer.embedPending({ signal: ending.signal }).catch((error: unknown) => {
      if (!(error instanceof RetrievalError && error.code === 'retrieval/cancelled')) throw error;
    });
    await allVectors(corpus, embedder);
    await indexer.optimize();
    return new RunningIndexer(ending, work, async () => {
      await indexer.close();
      lease?.release();
    });
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#work;
    await this.#close();
  }
}

async function allVectors(corpus: Corpus, embedder: Embedder): Promise<void> {
  const index = await openPassageIndex(corpus.folder);
  try {
    for (;;) {
      const { passages, vectors } = await index.counts(embedder.model);
      if (vectors >= passages) return;
      await delay(1000);
    }
  } finally {
    await index.close();
  }
}
