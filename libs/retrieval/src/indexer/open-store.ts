import type { Corpus } from '@askg/corpus';
import { IndexFolder } from '../lance/index-folder.ts';
import { LancePassageStore } from '../lance/lance-passage-store.ts';
import { passagesVersion } from '../passages/passages-of.ts';

/** What the indexer needs of the corpus. */
export type IndexedCorpus = Pick<Corpus, 'folder' | 'baseIri' | 'snapshot' | 'readGraph' | 'projections'>;

/**
 * Opens the index that the catalog knows. Where they do not belong together (a restored backup, a deleted folder, another
 * version of the passages) a new, empty one takes its place.
 */
export async function openStore(corpus: IndexedCorpus, newId: () => string): Promise<LancePassageStore> {
  const folder = new IndexFolder(corpus.folder);
  const pointer = folder.read();
  const known = corpus.projections.instance('passages');
  if (pointer?.passagesVersion === passagesVersion && pointer.instance === known && folder.holds(known)) {
    return LancePassageStore.open(folder, known);
  }
  const store = await beginStore(corpus, newId);
  showStore(corpus, store);
  return store;
}

/** Makes a new, empty index, which readers do not see yet; the catalog speaks of this one from now on. */
export async function beginStore(corpus: IndexedCorpus, newId: () => string): Promise<LancePassageStore> {
  const store = await LancePassageStore.open(new IndexFolder(corpus.folder), newId());
  corpus.projections.reset('passages', store.instance);
  return store;
}

/** Lets readers see this index, and deletes all others. */
export function showStore(corpus: IndexedCorpus, store: LancePassageStore): void {
  const folder = new IndexFolder(corpus.folder);
  folder.point(store.instance, passagesVersion);
  folder.dropOthers(store.instance);
}
