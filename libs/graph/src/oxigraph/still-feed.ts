import type { FeedGraph, GraphFeed } from './graph-feed.ts';

/** A feed of graphs that never change. */
export function stillFeed(
  commit: number,
  graphs: readonly FeedGraph[],
  readGraph: (digest: string) => Promise<string>,
): GraphFeed {
  return {
    commitNumber: () => commit,
    snapshot: () => ({ commit, graphs }),
    changesSince: () => ({ commit, changes: [] }),
    readGraph,
  };
}
