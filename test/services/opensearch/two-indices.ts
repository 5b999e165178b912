import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Corpus } from '@askg/corpus';
import {
  openPassageIndex,
  type OpenSearchSettings,
  type PassageHit,
  type PassageIndex,
  PassageIndexer,
} from '@askg/retrieval';
import { makeCorpus } from '../../eval/stack/demo-corpus.ts';
import { cachedEmbedder, demoVectors } from './demo-vectors.ts';

/** A corpus with its passage index. */
export type Indexed = { corpus: Corpus; index: PassageIndex; indexer: PassageIndexer };

/** The demo papers twice, one with the index in the folder, the other with it on the server. */
export async function indexTwice(
  folder: string,
  server: OpenSearchSettings,
): Promise<{ here: Indexed; there: Indexed }> {
  const [first, second] = [join(folder, 'here'), join(folder, 'there')];
  (await makeCorpus(first)).close();
  await cp(first, second, { recursive: true });
  return { here: await indexed(first), there: await indexed(second, server) };
}

async function indexed(folder: string, server?: OpenSearchSettings): Promise<Indexed> {
  const corpus = Corpus.open(folder);
  const where = server ? { server } : {};
  const indexer = await PassageIndexer.open({
    corpus,
    embedder: cachedEmbedder,
    cache: demoVectors,
    newId: () => randomUUID(),
    ...where,
  });
  await indexer.catchUp();
  await indexer.embedPending();
  return { corpus, indexer, index: await openPassageIndex(folder, server) };
}

export async function close({ corpus, index, indexer }: Indexed): Promise<void> {
  await index.close();
  await indexer.close();
  corpus.close();
}

/** The mean share of the first ten of one that the other has among its first ten. */
export function overlapAt10(pairs: readonly (readonly [PassageHit[], PassageHit[]])[]): number {
  const shares = pairs.map(([a, b]) => {
    const first = new Set(a.slice(0, 10).map(({ passage }) => passage.iri));
    if (first.size === 0) return b.length === 0 ? 1 : 0;
    return b.slice(0, 10).filter(({ passage }) => first.has(passage.iri)).length / first.size;
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
