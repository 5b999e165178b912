import { Corpus } from '@askg/corpus';
import type { GraphFeed } from '@askg/graph';
import { copiesInGraph, copyOf } from './copies.ts';

/** The corpus as its engines see it: only the first copies, so that the graph has the size that is measured. */
export async function openFeed(folder: string): Promise<GraphFeed> {
  const corpus = Corpus.open(folder, { readOnly: true });
  const isLoaded = ({ name }: { name: string }): boolean => copyOf(name) < copiesInGraph;
  return {
    commitNumber: () => corpus.commitNumber(),
    snapshot: () => {
      const { commit, graphs } = corpus.snapshot();
      return { commit, graphs: graphs.filter(isLoaded) };
    },
    changesSince: (commit) => {
      const { commit: now, changes } = corpus.changesSince(commit);
      return { commit: now, changes: changes.filter(isLoaded) };
    },
    readGraph: (digest) => corpus.readGraph(digest),
  };
}
