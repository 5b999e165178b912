import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GraphFeed } from '@askg/graph';

/** A folder with one graph, `all.nq`, as a corpus that never changes. */
export async function openFeed(folder: string): Promise<GraphFeed> {
  const graphs = [{ name: 'http://localhost/graph', digest: 'all.nq' }];
  return {
    commitNumber: () => 1,
    snapshot: () => ({ commit: 1, graphs }),
    changesSince: () => ({ commit: 1, changes: [] }),
    readGraph: (file) => readFile(join(folder, file), 'utf8'),
  };
}
