import type { DatasetClauses, TermIri } from '@traqula/rules-sparql-1-1';
import { GraphError } from '../graph-error.ts';
import type { DatasetGraphs } from '../store.ts';

/** Unknown graphs that one message names. */
const mostNamed = 10;

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
  const unknown = new Set([...dataset.default, ...dataset.named].filter((graph) => !mayRead(graph)));
  if (unknown.size === 0) return;
  const names = [...unknown].map((graph) => `<${graph}>`);
  const shown = names.slice(0, mostNamed).join(', ');
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  throw new GraphError('graph/unknown-graph', `There is no graph ${shown}${more}.`);
}
