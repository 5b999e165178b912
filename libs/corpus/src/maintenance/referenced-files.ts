import type { Database } from '../catalog/sqlite.ts';

/** Every file, as a path within the corpus, that the catalog names: all sources, and the graphs of all kept commits. */
export function referencedFiles(catalog: Database): string[] {
  const graphs = catalog
    .prepare(
      `SELECT digest FROM graph_versions WHERE digest IS NOT NULL
       UNION SELECT graph FROM sources WHERE graph IS NOT NULL ORDER BY 1`,
    )
    .all();
  const sources = catalog.prepare('SELECT digest FROM sources ORDER BY digest').all();
  return [
    ...sources.map(({ digest }) => `sources/${String(digest)}`),
    ...graphs.map(({ digest }) => `graphs/${String(digest)}.nq.gz`),
  ];
}
