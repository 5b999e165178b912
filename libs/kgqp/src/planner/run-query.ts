import type { SparqlRun } from '@askg/contract';
import { GraphError, type GraphStore, type QueryOptions } from '@askg/graph';
import { type Selected, selectRows } from '../linking/select-rows.ts';

export type QueryLabel = Pick<SparqlRun, 'kind' | 'origin' | 'relaxed'>;
export type RanQuery = { run: SparqlRun; selected?: Selected };

/**
 * Runs a query and tells what became of it. A query that takes too long or that the store refuses is a result too.
 * @throws GraphError when the store cannot answer anything, or when the question was cancelled
 */
export async function runQuery(
  store: GraphStore,
  text: string,
  label: QueryLabel,
  options: QueryOptions,
): Promise<RanQuery> {
  try {
    const selected = await selectRows(store, text, options);
    const rows = selected.boolean === undefined ? selected.rows.length : 1;
    return { run: { ...label, text, rows, ms: selected.ms, state: rows === 0 ? 'empty' : 'ok' }, selected };
  } catch (error) {
    const state = stateOf(error);
    if (state === undefined) throw error;
    return { run: { ...label, text, rows: 0, ms: state === 'timeout' ? (options.deadlineMs ?? 0) : 0, state } };
  }
}

function stateOf(error: unknown): 'timeout' | 'invalid' | undefined {
  if (!(error instanceof GraphError)) return undefined;
  switch (error.code) {
    case 'graph/timeout':
      return 'timeout';
    case 'graph/invalid-query':
    case 'graph/update-refused':
    case 'graph/service-refused':
    case 'graph/unknown-graph':
    case 'graph/query-too-large':
    case 'graph/query-too-complex':
    case 'graph/too-many-rows':
    case 'graph/result-too-large':
    case 'graph/query-failed':
      return 'invalid';
    default:
      return undefined;
  }
}
