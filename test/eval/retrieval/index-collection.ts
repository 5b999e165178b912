import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Corpus } from '@askg/corpus';
import type { Embedder } from '@askg/inference';
import { type OpenSearchSettings, PassageIndexer } from '@askg/retrieval';
import { addDocument, baseIri } from '../stack/demo-corpus.ts';
import { type Collection, sourceOf } from './collection.ts';

/**
 * The passage index of a collection, made by the product's own parts in a folder that the next run goes on with.
 * @param server where the index is kept; in the folder when left out
 * @returns the folder of its corpus
 */
export async function indexCollection(
  collection: Collection,
  cache: string,
  embedder: Embedder,
  server?: OpenSearchSettings,
): Promise<string> {
  const folder = join(cache, `${collection.name}-${embedder.model.digest.slice(0, 12)}`);
  const mark = `${folder}.papers`;
  const isWhole = existsSync(mark);
  if (!isWhole) rmSync(folder, { recursive: true, force: true });
  const corpus = isWhole ? Corpus.open(folder) : Corpus.create(folder, { baseIri });
  try {
    if (!isWhole) {
      for (const paper of collection.papers) await addDocument(corpus, paper, sourceOf(paper));
      writeFileSync(mark, `${collection.papers.length}\n`);
    }
    const indexer = await PassageIndexer.open({ corpus, embedder, newId: randomUUID, ...(server ? { server } : {}) });
    try {
      await indexer.catchUp();
      await indexer.embedPending();
      await indexer.optimize();
    } finally {
      await indexer.close();
    }
  } finally {
    corpus.close();
  }
  return folder;
}
