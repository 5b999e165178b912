import { Corpus } from '@askg/corpus';
import type { FeedGraph, GraphFeed } from './graph-feed.ts';
import { stillFeed } from './still-feed.ts';

/** The graphs of an earlier commit that may still be shown, and the papers that are not among them. */
export type KeptGraphs = { graphs: FeedGraph[]; removed: string[] };

/**
 * The graphs as they were at a commit, without papers that were removed since. Where there are such, graphs that are derived
 * from all papers together are left out too: they name the others.
 * @throws CorpusError corpus/unknown-commit
 */
export function keptGraphs(corpus: Pick<Corpus, 'snapshot'>, commit: number): KeptGraphs {
  const standing = new Set(corpus.snapshot().graphs.map(({ key }) => key));
  const { graphs } = corpus.snapshot(commit);
  const removed = [...new Set(graphs.flatMap(({ key }) => (key === undefined || standing.has(key) ? [] : [key])))];
  return {
    graphs: graphs.filter(({ key }) => (key === undefined ? removed.length === 0 : standing.has(key))),
    removed,
  };
}

/** The corpus of a folder at the commit that the address of this module names: `kept-feed.ts?commit=17`. */
export async function openFeed(folder: string): Promise<GraphFeed> {
  const commit = Number(new URL(import.meta.url).searchParams.get('commit'));
  const corpus = Corpus.open(folder, { readOnly: true });
  return stillFeed(commit, keptGraphs(corpus, commit).graphs, (digest) => corpus.readGraph(digest));
}
