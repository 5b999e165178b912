import { openFeed } from './file-graph.ts';
import { OxigraphPool } from './pool.ts';
import type { OxigraphPoolOptions } from './pool-options.ts';

/**
 * An engine over the one graph that `keepGraph` has put into a folder, ready to be asked.
 * @throws GraphError `graph/unloadable-graph`
 */
export async function openFileGraph(
  folder: string,
  options: Pick<OxigraphPoolOptions, 'now' | 'deadlineMs' | 'limits'>,
): Promise<OxigraphPool> {
  const feed = await openFeed(folder);
  const module = import.meta.url.endsWith('.ts') ? './file-graph.ts' : './file-graph.js';
  const pool = new OxigraphPool({
    ...options,
    folder,
    feed,
    feedModule: new URL(module, import.meta.url),
    engines: 1,
    pollMs: 60_000,
  });
  await pool.start();
  return pool;
}
