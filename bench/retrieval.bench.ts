import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ModelStore, defaultEmbedder, openEmbedder } from '@askg/inference';
import type { Bench, Measure } from './main.ts';
import { readCollection } from './retrieval/collections.ts';
import { measureQuality } from './retrieval/measure-quality.ts';
import { measureSpeed } from './retrieval/measure-speed.ts';

/**
 * With `--data` of a test collection (SciFact in BEIR form, CISI, Cranfield): how well each stage finds what was judged
 * relevant, with the default model, which is looked for in ASKG_MODELS, or else in `data/models`. Without: how fast the search
 * is over 100,000 passages. What was embedded is kept in node_modules/.cache for the next run.
 */
export const bench: Bench = {
  describe:
    'Retrieval: nDCG@10, recall@100 and MRR of words (BM25), vectors, both fused, and the default chain; or, over synthetic passages, the time of a search.',
  async run({ data }): Promise<Measure[]> {
    const collection = readCollection(data);
    if (!collection) return measureSpeed(data);
    const models = process.env['ASKG_MODELS'] ?? join(import.meta.dirname, '..', 'data', 'models');
    const embedder = await openEmbedder(new ModelStore(models), defaultEmbedder, { threads: availableParallelism() });
    try {
      return await measureQuality(collection, embedder);
    } finally {
      await embedder.close();
    }
  },
};
