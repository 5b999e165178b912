import { randomUUID } from 'node:crypto';
import { Corpus } from '@askg/corpus';
import { PassageIndexer } from '../indexer/passage-indexer.ts';
import type { OpenSearchSettings } from '../opensearch/open-search-settings.ts';
import { FakeEmbedder } from './fake-embedder.ts';

/**
 * A process of its own that indexes a corpus, its first parameter, over and over until it is killed; it says when it has begun
 * each step. The second parameter, where there is one, are the settings of the server that keeps the index, as JSON.
 */
const corpus = Corpus.open(process.argv[2] ?? '');
const embedder = new FakeEmbedder();
const server = process.argv[3] === undefined ? {} : { server: JSON.parse(process.argv[3]) as OpenSearchSettings };
const newId = (): string => randomUUID();
process.on('disconnect', () => process.exit(1));
for (;;) {
  const indexer = await PassageIndexer.open({ corpus, embedder, newId, ...server });
  process.send?.('words');
  await indexer.catchUp();
  process.send?.('vectors');
  await indexer.embedPending();
  await indexer.optimize();
  process.send?.('rebuild');
  await indexer.rebuild();
  await indexer.close();
}
