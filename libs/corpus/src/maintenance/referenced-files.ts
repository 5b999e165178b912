import type { Database } from '../catalog/sqlite.ts';

/** Every file, as a path within the corpus, that the catalog names: all sources, and the graphs of all kept commits. */
export function referencedFiles(catalog: Database): string[] {
  return [
    ...referencedSources(catalog).map((digest) => `sources/${digest}`),
    ...referencedGraphs(catalog).map((digest) => `graphs/${digest}.nq.gz`),
  ];
}

/** Digests of the files that papers were read from, the files beside them included. */
export function referencedSources(catalog: Database): string[] {
  return catalog
    .prepare('SELECT digest FROM sources UNION SELECT digest FROM companions ORDER BY digest')
    .all()
    .map(({ digest }) => String(digest));
}

/** Digests of the graphs of all kept commits, and of those read from sources that another source of their paper outdoes. */
export function referencedGraphs(catalog: Database): string[] {
  return catalog
    .prepare(
      `SELECT digest FROM graph_versions WHERE digest IS NOT NULL
       UNION SELECT graph FROM sources WHERE graph IS NOT NULL ORDER BY 1`,
    )
    .all()
    .map(({ digest }) => String(digest));
}
