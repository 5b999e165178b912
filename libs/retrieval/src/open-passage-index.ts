import { LancePassageIndex } from './lance/lance-passage-index.ts';
import { LancePassageStores } from './lance/lance-passage-stores.ts';
import { OpenSearchPassageIndex } from './opensearch/open-search-passage-index.ts';
import { OpenSearchPassageStores } from './opensearch/open-search-passage-stores.ts';
import type { OpenSearchSettings } from './opensearch/open-search-settings.ts';
import type { PassageIndex } from './passage-index.ts';
import type { PassageStores } from './passage-store.ts';

/**
 * Opens the passage index of a corpus for reading.
 * @param corpusFolder nothing has to be there yet
 * @param server where the index is kept; in the folder of the corpus when left out
 */
export async function openPassageIndex(corpusFolder: string, server?: OpenSearchSettings): Promise<PassageIndex> {
  return server ? new OpenSearchPassageIndex(corpusFolder, server) : new LancePassageIndex(corpusFolder);
}

/** Where the passage index of a corpus is written. */
export function passageStores(corpusFolder: string, server?: OpenSearchSettings): PassageStores {
  return server ? new OpenSearchPassageStores(corpusFolder, server) : new LancePassageStores(corpusFolder);
}
