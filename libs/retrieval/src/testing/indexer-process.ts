import { randomUUID } from 'node:crypto';
import { Corpus } from '@askg/corpus';
import { PassageIndexer } from '../indexer/passage-indexer.ts';
import { FakeEmbedder } from './fake-embedder.ts';

/** A process of its own that indexes a corpus over and over until it is killed; it says when it has begun each step. */
const corpus = Corpus.open(process.argv[2] ?? '');
const embedder = new FakeEmbedder();
const newId = (): string => randomUUID();
process.on('disconnect', () => process.exit(1));
for (;;) {
  const indexer = await PassageIndexer.open({ corpus, embedder, newId });
  process.send?.('words');
  await indexer.catchUp();
  process.send?.('vectors');
  await indexer.embedPending();
  await indexer.optimize();
  process.send?.('rebuild');
  await indexer.rebuild();
  await indexer.close();
}
