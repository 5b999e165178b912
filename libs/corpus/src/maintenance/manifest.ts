import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Database } from '../catalog/sqlite.ts';
import { commitNumber, graphsAt } from '../commit/graph-history.ts';

export const manifestName = 'backup.json';

/** What a backup says of itself; `digest` is that of the names and digests of all its graphs. */
export type Manifest = {
  format: 'askg.backup/1';
  commit: number;
  graphs: number;
  digest: string;
  /** Number of sources and graph files. */
  files: number;
  /** SHA-256 of the copy of the catalog, which is part of its name. */
  catalog: string;
};

/** SHA-256 over the lines "name digest" of all graphs of the current commit, in order of name. */
export function snapshotDigest(catalog: Database): Pick<Manifest, 'commit' | 'graphs' | 'digest'> {
  const commit = commitNumber(catalog);
  const graphs = graphsAt(catalog, commit);
  const hash = createHash('sha256');
  for (const { name, digest } of graphs) hash.update(`${name} ${digest}\n`);
  return { commit, graphs: graphs.length, digest: hash.digest('hex') };
}

/** Name of the catalog in a backup. Each has its own, so that an earlier backup stands until the manifest names the later. */
export function catalogCopyName(digest: string): string {
  return `catalog-${digest.slice(0, 20)}.sqlite`;
}

export function fileDigest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
