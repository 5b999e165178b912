import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ModelStore, defaultEmbedder, openEmbedder } from '@askg/inference';
import type { Bench, Measure } from './main.ts';
import { maxSimSpeed } from './plaid/max-sim-speed.ts';
import { readCollection } from './retrieval/collections.ts';
import { measureQuality } from './retrieval/measure-quality.ts';
import { measureSpeed } from './retrieval/measure-speed.ts';
import { measureTokenStore } from './retrieval/measure-token-store.ts';
import { searchServer } from './retrieval/search-server.ts';

const sizes = [100_000, 1_000_000];

/**
 * With `--data` of a test collection (SciFact in BEIR form, CISI, Cranfield): how well each stage finds what was judged
 * relevant, with the default model, which is looked for in ASKG_MODELS, or else in `data/models`. Without: how fast the search
 * is over 100,000 and over a million synthetic passages, or as many as `--passages N,N` says, in LanceDB, or on the server that
 * OPENSEARCH_URL names; and the token vectors of the demo's papers where the model is there.
 */
export const bench: Bench = {
  describe:
    'Retrieval: nDCG@10, recall@100 and MRR of words (BM25), vectors, both fused, and the default chain; or, over synthetic passages, the time of a search, alone and while passages are indexed.',
  async run({ data, passages = sizes }): Promise<Measure[]> {
    const models = new ModelStore(process.env['ASKG_MODELS'] ?? join(import.meta.dirname, '..', 'data', 'models'));
    const collection = readCollection(data);
    if (!collection) {
      const measures = [maxSimSpeed(128), maxSimSpeed(384), ...(await measureTokenStore(data, models))];
      const server = searchServer(process.env, 'bench');
      for (const size of passages) measures.push(...(await measureSpeed(data, size, server)));
      return measures;
    }
    const embedder = await openEmbedder(models, defaultEmbedder, { threads: availableParallelism() });
    try {
      return await measureQuality(collection, embedder);
    } finally {
      await embedder.close();
    }
  },
};
