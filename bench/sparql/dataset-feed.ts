import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GraphFeed } from '@askg/graph';
import { readManifest } from './dataset.ts';

/** The graphs of a dataset as a corpus that never changes, for the engines of a pool. */
export async function openFeed(folder: string): Promise<GraphFeed> {
  const graphs = readManifest(folder).graphs.map(({ name, file }) => ({ name, digest: file }));
  return {
    commitNumber: () => 1,
    snapshot: () => ({ commit: 1, graphs }),
    changesSince: () => ({ commit: 1, changes: [] }),
    readGraph: (file) => readFile(join(folder, file), 'utf8'),
  };
}
