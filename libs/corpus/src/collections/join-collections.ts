import type { Database } from '../catalog/sqlite.ts';

/** Puts a paper into the collections that the source at hand was given for. Within the transaction that commits it. */
export function joinCollections(catalog: Database, source: string, key: string): void {
  catalog
    .prepare(
      `INSERT INTO collection_papers (collection, key) SELECT collection, ?2 FROM collection_sources WHERE source = ?1
       ON CONFLICT DO NOTHING`,
    )
    .run(source, key);
  // Whoever takes the paper out of a collection later does not want it back when its file is read again.
  catalog.prepare('DELETE FROM collection_sources WHERE source = ?').run(source);
}

/** One paper has turned out to be another: where the one was, the other is. */
export function moveMembership(catalog: Database, from: string, to: string): void {
  catalog
    .prepare(
      `INSERT INTO collection_papers (collection, key) SELECT collection, ?2 FROM collection_papers WHERE key = ?1
       ON CONFLICT DO NOTHING`,
    )
    .run(from, to);
}

/** Takes a paper out of every collection. Within the transaction that removes the paper. */
export function leaveCollections(catalog: Database, key: string): void {
  catalog.prepare('DELETE FROM collection_papers WHERE key = ?').run(key);
}
