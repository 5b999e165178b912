import type { Database } from '../catalog/sqlite.ts';

/**
 * A file that is read together with a source, under the name by which the source asks for it. `digest` is that of its
 * stored bytes. `origin`: it stood beside the paper, or a service made it of the paper.
 */
export type Companion = { name: string; digest: string; origin: 'file' | 'service' };

/** The companions of a source, by name. */
export function companionsOf(catalog: Database, source: string): Companion[] {
  return catalog
    .prepare('SELECT name, digest, origin FROM companions WHERE source = ? ORDER BY name')
    .all(source)
    .map((row) => ({
      name: String(row['name']),
      digest: String(row['digest']),
      origin: row['origin'] as Companion['origin'],
    }));
}

/** Makes these all the companions of their origins that a source has. */
export function replaceCompanions(
  catalog: Database,
  source: string,
  origins: readonly Companion['origin'][],
  companions: readonly Companion[],
): void {
  const remove = catalog.prepare('DELETE FROM companions WHERE source = ? AND origin = ?');
  for (const origin of origins) remove.run(source, origin);
  for (const companion of companions) {
    if (origins.includes(companion.origin)) addCompanion(catalog, source, companion);
  }
}

export function addCompanion(catalog: Database, source: string, { name, digest, origin }: Companion): void {
  catalog
    .prepare('INSERT OR REPLACE INTO companions (source, name, digest, origin) VALUES (?, ?, ?, ?)')
    .run(source, name, digest, origin);
}

/**
 * What a source was or is to be read by and from: the versions of all stages, and the files beside it. What a service
 * answered is no part of it: that follows from the source, and is kept with it.
 */
export function stageKey(pipeline: string, companions: readonly Companion[]): string {
  const files = companions.filter(({ origin }) => origin === 'file').map(({ name, digest }) => `${name}=${digest}`);
  return [pipeline, ...files.toSorted()].join(' ');
}
