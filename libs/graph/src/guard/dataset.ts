import type { DatasetClauses, TermIri } from '@traqula/rules-sparql-1-1';
import { GraphError } from '../graph-error.ts';
import type { DatasetGraphs } from '../store.ts';

/** FROM and FROM NAMED of a query, each graph once; undefined when it has neither. */
export function datasetOf(clauses: DatasetClauses, resolve: (iri: TermIri) => string): DatasetGraphs | undefined {
  if (clauses.clauses.length === 0) return undefined;
  const graphs = (wanted: 'default' | 'named') => [
    ...new Set(clauses.clauses.filter(({ clauseType }) => clauseType === wanted).map(({ value }) => resolve(value))),
  ];
  return { default: graphs('default'), named: graphs('named') };
}

/**
 * A graph that exists but may not be read is reported as one that does not exist.
 * @throws GraphError `graph/unknown-graph`
 */
export function checkDataset(dataset: DatasetGraphs, mayRead: (graph: string) => boolean): void {
  const unknown = [...dataset.default, ...dataset.named].find((graph) => !mayRead(graph));
  if (unknown !== undefined) throw new GraphError('graph/unknown-graph', `There is no graph <${unknown}>.`);
}
