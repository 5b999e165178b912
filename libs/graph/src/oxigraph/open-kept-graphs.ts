import { OxigraphPool } from './pool.ts';
import type { OxigraphPoolOptions } from './pool-options.ts';

export type KeptGraphsOptions = Pick<OxigraphPoolOptions, 'folder' | 'now' | 'deadlineMs' | 'limits'> & {
  /** Commit whose graphs are loaded; `keptGraphs` tells which. */
  commit: number;
  /** Ends the loading, with `graph/closed`. */
  signal?: AbortSignal;
};

/**
 * An engine of its own over the graphs of an earlier commit of a corpus, ready to be asked. It takes as long to load and as much
 * memory as any other engine, until it is closed.
 * @throws GraphError
 */
export async function openKeptGraphs({ commit, signal, ...options }: KeptGraphsOptions): Promise<OxigraphPool> {
  const module = import.meta.url.endsWith('.ts') ? './kept-feed.ts' : './kept-feed.js';
  const feedModule = new URL(module, import.meta.url);
  feedModule.searchParams.set('commit', String(commit));
  const pool = new OxigraphPool({
    ...options,
    feed: { commitNumber: () => commit },
    feedModule,
    engines: 1,
    pollMs: 60_000,
  });
  const stop = (): void => void pool.close();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    if (signal?.aborted) stop();
    await pool.start();
    return pool;
  } catch (error) {
    await pool.close();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
