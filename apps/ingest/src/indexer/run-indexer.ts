import { setTimeout as delay } from 'node:timers/promises';
import { CodedError } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import type { OpenSearchSettings } from '@askg/retrieval';
import { type ModelOptions, findEmbedder } from './find-embedder.ts';
import { type EncoderOptions, findEncoder } from './find-encoder.ts';
import type { IndexerReport } from './indexer-messages.ts';
import { keepIndex } from './keep-index.ts';

export type IndexerSettings = ModelOptions &
  EncoderOptions & {
    /** Folder of the corpus. */
    data: string;
    /** File of vectors that need not be computed. */
    cache?: string;
    /** Server that keeps the index in place of the folder of the corpus. */
    server?: OpenSearchSettings;
    /** Begins the index anew. */
    rebuild: boolean;
  };

/** Milliseconds between attempts to take over from another indexer. */
const retryMs = 500;

/** Keeps the passage index of a corpus until the signal comes. What keeps it from doing so is reported, and ends it. */
export async function runIndexer(
  settings: IndexerSettings,
  signal: AbortSignal,
  say: (report: IndexerReport) => void,
): Promise<void> {
  try {
    const corpus = Corpus.open(settings.data);
    try {
      // Begun at once: a model that cannot be had is told also by an indexer that waits.
      const embedder = findEmbedder(settings, signal, say);
      const lease = await takeLease(corpus, signal, say);
      if (!lease) return;
      say({ type: 'working' });
      const encoder = findEncoder(settings, say);
      await keepIndex({ ...settings, corpus, embedder, encoder, signal, say }).finally(() => lease.release());
    } finally {
      corpus.close();
    }
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof CodedError)) throw error;
    // A server that is down comes back: whoever watches this process starts it again, later each time.
    const type = error.code === 'retrieval/unreachable' ? 'interrupted' : 'broken';
    say({ type, problem: error.toProblem() });
  }
}

async function takeLease(
  corpus: Corpus,
  signal: AbortSignal,
  say: (report: IndexerReport) => void,
): Promise<{ release(): void } | undefined> {
  for (let hasSaid = false; !signal.aborted; hasSaid = true) {
    const lease = corpus.takeIndexerLease();
    if (lease) return lease;
    if (!hasSaid) say({ type: 'waiting' });
    await delay(retryMs, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}
