import { checkDataset } from '../guard/dataset.ts';
import type { GuardedQuery } from '../guard/guarded-query.ts';
import type { DatasetGraphs, QueryOptions } from '../store.ts';
import { bookkeepingGraph, maySeeBookkeeping } from './bookkeeping.ts';

export type ChoiceOfGraphs = {
  query: GuardedQuery;
  options: QueryOptions;
  /** Names of the graphs that stand in the server. */
  standing: ReadonlySet<string>;
  /** Base IRI of the corpus. */
  base: string;
  /** Whether the server shows its named graphs in its default graph. */
  hasUnion: boolean;
};

/**
 * The dataset that a query is given: what it names itself, else all that the caller may read. Undefined is the server's own,
 * for those who may read all of it. A dataset is never empty: a request that names no graph asks for the server's own.
 * @throws GraphError `graph/unknown-graph`
 */
export function chooseDataset({ query, options, standing, base, hasUnion }: ChoiceOfGraphs): DatasetGraphs | undefined {
  const { readable, graphs } = options;
  const mayRead = (graph: string): boolean => standing.has(graph) && (readable?.has(graph) ?? true);
  // Those of the query count for nothing beside those of the protocol, but a server may not know.
  for (const named of [graphs, query.dataset]) if (named !== undefined) checkDataset(named, mayRead);
  const named = graphs ?? query.dataset;
  if (named !== undefined) return orNothing(named, base);
  if (readable !== undefined) {
    return all(
      [...readable].filter((graph) => standing.has(graph)),
      base,
    );
  }
  return hasUnion && !maySeeBookkeeping(query.text, base) ? undefined : all([...standing], base);
}

function all(graphs: readonly string[], base: string): DatasetGraphs {
  return orNothing({ default: graphs, named: graphs }, base);
}

/** A graph that nobody ever has stands for none. */
function orNothing(dataset: DatasetGraphs, base: string): DatasetGraphs {
  if (dataset.default.length > 0 || dataset.named.length > 0) return dataset;
  return { default: [`${bookkeepingGraph(base)}#nothing`], named: [] };
}
