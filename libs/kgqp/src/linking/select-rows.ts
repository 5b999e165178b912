import type { BoundTerm } from '@askg/contract';
import { type GraphStore, type QueryOptions, wholeText } from '@askg/graph';

export type Bindings = Record<string, BoundTerm>;
export type Selected = { variables: string[]; rows: Bindings[]; boolean?: boolean; ms: number; commit: number };

type ResultsJson = {
  head: { vars?: string[] };
  boolean?: boolean;
  results?: { bindings: Record<string, { type: string; value: string; datatype?: string }>[] };
};

/**
 * Runs a SELECT or ASK query and reads its result (https://www.w3.org/TR/sparql11-results-json/).
 * @throws GraphError as the store does
 */
export async function selectRows(store: GraphStore, sparql: string, options: QueryOptions = {}): Promise<Selected> {
  const result = await store.query(sparql, { ...options, format: 'json' });
  const json = JSON.parse(await wholeText(result.body)) as ResultsJson;
  const rows = (json.results?.bindings ?? []).map((binding) =>
    Object.fromEntries(Object.entries(binding).map(([name, term]) => [name, boundTerm(term)])),
  );
  const selected = { variables: json.head.vars ?? [], rows, ms: result.ms, commit: result.commit };
  return json.boolean === undefined ? selected : { ...selected, boolean: json.boolean };
}

function boundTerm({ type, value, datatype }: { type: string; value: string; datatype?: string }): BoundTerm {
  if (type === 'uri') return { type: 'uri', value };
  return { type: 'literal', value, ...(datatype === undefined ? {} : { datatype }) };
}
