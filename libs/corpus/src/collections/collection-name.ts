import { CorpusError } from '../corpus-error.ts';

/** Settings use these words for every collection, and for no collection. */
const reserved = new Set(['all', 'none']);

/**
 * A name stands in addresses and settings: it needs no encoding there, and no second spelling means the same.
 * @throws CorpusError corpus/invalid-collection
 */
export function checkCollectionName(name: string): void {
  if (/^[a-z0-9][a-z0-9_-]{0,63}$/.test(name) && !reserved.has(name)) return;
  throw new CorpusError('corpus/invalid-collection', `"${name}" cannot be the name of a collection.`);
}
