import { join } from 'node:path';
import { openStack } from '../test/eval/stack/open-stack.ts';
import { largeCorpus } from './ask/large-corpus.ts';
import { demoQuestions, measureAnswers } from './ask/measure-answers.ts';
import { RunningIndexer } from './ask/running-indexer.ts';
import type { Bench, Measure } from './main.ts';
import { memoryOf, processTree } from './process-memory.ts';
import { round } from './statistics.ts';

/** Needs the embedder, in ASKG_MODELS or else in `data/models`. */
export const bench: Bench = {
  describe:
    'Questions to 250 copies of the demo papers (100,000 passages, 1 million triples in each engine) without a chat model, while the indexer embeds in the same process all the time.',
  async run({ data }) {
    const models = process.env['ASKG_MODELS'] ?? join(import.meta.dirname, '..', 'data', 'models');
    let indexer: RunningIndexer | undefined;
    const stack = await openStack({
      models,
      corpus: () => largeCorpus(data),
      feedModule: new URL('./ask/partial-feed.ts', import.meta.url),
      index: async (corpus, embedder) => {
        if (!embedder) throw new Error('Fetch the embedder first, or set ASKG_MODELS.');
        indexer = await RunningIndexer.start(corpus, embedder, data);
      },
    });
    try {
      const { passages } = await stack.passages.counts();
      const triples = Math.max(...stack.store.status().engines.map(({ quads }) => quads));
      const measures: Measure[] = [
        { name: 'passages', value: passages, unit: '', details: { startMs: stack.startMs } },
        { name: 'triples in an engine', value: triples, unit: '' },
        ...(await measureAnswers(stack.qa, demoQuestions(), { rounds: 2, bar: 3000 })),
      ];
      const memory = round(memoryOf(processTree(process.pid)), 0);
      return [...measures, { name: 'memory of all processes', value: memory, unit: 'MiB' }];
    } finally {
      await indexer?.stop();
      await stack.close();
    }
  },
};
