import type { Corpus } from '@askg/corpus';
import type { PassageStore, PassageStores } from '../passage-store.ts';

/** What the indexer needs of the corpus. */
export type IndexedCorpus = Pick<Corpus, 'folder' | 'baseIri' | 'snapshot' | 'readGraph' | 'projections'>;

/**
 * Opens the index that the catalog knows. Where they do not belong together (a restored backup, a deleted index, another
 * version of the passages, another place) a new, empty one takes its place.
 */
export async function openStore(
  corpus: IndexedCorpus,
  stores: PassageStores,
  newId: () => string,
): Promise<PassageStore> {
  const { projections } = corpus;
  const known = projections.instance('passages');
  const graphs = new Set(projections.standing('passages').values());
  const standing = known === undefined ? undefined : await stores.open(known, graphs);
  if (standing) return standing;
  const store = await beginStore(corpus, stores, newId);
  await stores.show(store);
  return store;
}

/** Makes a new, empty index, which readers do not see yet; the catalog speaks of this one from now on. */
export async function beginStore(
  corpus: IndexedCorpus,
  stores: PassageStores,
  newId: () => string,
): Promise<PassageStore> {
  const store = await stores.begin(newId());
  corpus.projections.reset('passages', store.instance);
  return store;
}
