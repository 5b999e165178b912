import { anyService, guardInTurn, type GraphStore, type QueryResult, wholeText } from '@askg/graph';
import type { Reader } from '../access/reader.ts';
import { dataset } from './answer-query.ts';
import type { ProtocolRequest } from './protocol-request.ts';

/** A term of SPARQL results JSON. */
export type ResultTerm = { type: 'uri' | 'literal' | 'bnode'; value: string; datatype?: string; 'xml:lang'?: string };

type Measures = Pick<QueryResult, 'rows' | 'commit' | 'ms'>;

/** A result as the query page shows it. */
export type ResultView = Measures &
  (
    | { kind: 'bindings'; variables: string[]; bindings: Record<string, ResultTerm | undefined>[] }
    | { kind: 'boolean'; value: boolean }
    | { kind: 'graph'; turtle: string }
  );

type ResultsJson = {
  head: { vars?: string[] };
  boolean?: boolean;
  results?: { bindings: Record<string, ResultTerm | undefined>[] };
};

/** Runs a query for the page. @throws GraphError as the store does */
export async function readResultView(
  store: GraphStore,
  protocol: ProtocolRequest,
  { graphs: readable }: Pick<Reader, 'graphs'>,
  signal?: AbortSignal,
): Promise<ResultView> {
  const { query = '', base } = protocol;
  const { kind } = await guardInTurn(query, { base, allowedServices: anyService });
  const format = kind === 'graph' ? 'turtle' : 'json';
  const result = await store.query(query, { format, base, signal, graphs: dataset(protocol), readable });
  const { rows, commit, ms } = result;
  const text = await wholeText(result.body);
  if (kind === 'graph') return { kind, turtle: text, rows, commit, ms };
  const json = JSON.parse(text) as ResultsJson;
  if (kind === 'boolean') return { kind, value: json.boolean === true, rows, commit, ms };
  return { kind, variables: json.head.vars ?? [], bindings: json.results?.bindings ?? [], rows, commit, ms };
}
