import {
  type Embedder,
  type EmbedderSettings,
  hasConfiguredEmbedder,
  InferenceError,
  type ModelStore,
  openConfiguredEmbedder,
  openModelStore,
} from '@askg/inference';
import type { IndexerReport } from './indexer-messages.ts';

export type ModelOptions = {
  /** Folder of the models. */
  models: string;
  /** The model that finds by meaning. */
  embedder: EmbedderSettings;
  /** The use earns no money: models whose licence forbids that may be opened. */
  noncommercial: boolean;
  /** Fetches nothing. */
  offline: boolean;
  /** Threads that embed. */
  threads: number;
};

/** Milliseconds after which a model that nothing is embedded with gives its memory back. */
const idleMs = 5000;
/** Milliseconds between two reports of how much of a model has come. */
const reportMs = 500;

/**
 * Opens the embedder, fetched first where it is not here. Never throws for a model that cannot be had: there are words.
 * @returns undefined when there is none, which was reported
 */
export async function findEmbedder(
  { models, embedder: settings, noncommercial, offline, threads }: ModelOptions,
  signal: AbortSignal,
  say: (report: IndexerReport) => void,
): Promise<Embedder | undefined> {
  try {
    const store = openModelStore(models, { noncommercial });
    if ('name' in settings && !(await hasConfiguredEmbedder(store, settings))) {
      await fetchModel(store, settings.name, offline, signal, say);
    }
    const embedder = await openConfiguredEmbedder(store, settings, { threads, idleMs });
    say({ type: 'model', model: embedder.model.name });
    return embedder;
  } catch (error) {
    if (!(error instanceof InferenceError)) throw error;
    if (!signal.aborted) say({ type: 'no-model', problem: error.toProblem() });
    return undefined;
  }
}

async function fetchModel(
  store: ModelStore,
  name: string,
  offline: boolean,
  signal: AbortSignal,
  say: (report: IndexerReport) => void,
): Promise<void> {
  let saidAt = -Infinity;
  await store.fetch(name, {
    signal,
    offline,
    progress: ({ model, bytes, total }) => {
      if (performance.now() - saidAt < reportMs) return;
      saidAt = performance.now();
      say({ type: 'fetching', model, bytes, total });
    },
  });
}
