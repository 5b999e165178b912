import { createHash, randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import { enrich, enrichVersion, mapVersion } from '@askg/ddm';
import type { Embedder } from '@askg/inference';
import { PassageIndexer } from '@askg/retrieval';
import { sourceOf } from '../retrieval/collection.ts';
import { addDocument, baseIri } from '../stack/demo-corpus.ts';

/**
 * A corpus of papers as ingest makes it: enriched, mapped, tied to one another, indexed and embedded. It is kept in a folder
 * named after the papers and what was made of them, so that the next run opens it.
 */
export async function keptCorpus(
  name: string,
  papers: readonly Document[],
  { cache, embedder }: { cache: string; embedder: Embedder },
): Promise<Corpus> {
  const made = JSON.stringify([papers, enrichVersion, mapVersion, embedder.model.digest]);
  const folder = join(cache, `${name}-${createHash('sha256').update(made).digest('hex').slice(0, 12)}`);
  const mark = `${folder}.whole`;
  if (!existsSync(mark)) {
    rmSync(folder, { recursive: true, force: true });
    const corpus = Corpus.create(folder, { baseIri });
    for (const paper of papers) await addDocument(corpus, enrich(paper), sourceOf(paper));
    await corpus.updateLinks();
    corpus.close();
    writeFileSync(mark, '');
  }
  const corpus = Corpus.open(folder);
  const indexer = await PassageIndexer.open({ corpus, embedder, newId: randomUUID });
  try {
    await indexer.catchUp();
    await indexer.embedPending();
    await indexer.optimize();
  } finally {
    await indexer.close();
  }
  return corpus;
}
