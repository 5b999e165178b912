import { namedNode } from 'oxigraph';
import { GraphError } from '../graph-error.ts';
import { countRows, occurrences } from './count-rows.ts';
import type { EngineQuery } from './engine-messages.ts';
import type { GraphView } from './graph-view.ts';
import { convertTriples, isFatal, type LoadedGraphs } from './loaded-graphs.ts';

export type Answered = { text: string; rows: number; bytes: number };

const ntriples = 'application/n-triples';

/**
 * Evaluates a query to the end. A result above its limits is refused, never cut.
 * @param view answers in place of the graphs where the dataset is a long list of them
 * @throws GraphError `graph/invalid-query`, `graph/query-failed`, `graph/too-many-rows`, `graph/result-too-large`
 */
export function answerQuery(graphs: LoadedGraphs, query: EngineQuery, view?: GraphView): Answered {
  // Graphs are taken as N-Triples first: there each line is one triple, whatever the format asked for.
  const evaluated = evaluate(graphs, query, query.kind === 'graph' ? ntriples : query.mediaType, view);
  const rows =
    query.kind === 'boolean'
      ? 1
      : query.kind === 'graph'
        ? occurrences(evaluated, '\n')
        : countRows(evaluated, query.mediaType);
  if (rows > query.rows) {
    const unit = query.kind === 'graph' ? 'triples' : 'rows';
    throw new GraphError('graph/too-many-rows', `The result has more than ${query.rows} ${unit}.`);
  }
  // The other formats are at least as short as a quarter of the N-Triples, so that this bounds the conversion too.
  if (evaluated.length > 4 * query.bytes) throw tooLarge(query);
  const text =
    query.kind === 'graph' && query.mediaType !== ntriples ? convertTriples(evaluated, query.mediaType) : evaluated;
  const bytes = Buffer.byteLength(text);
  if (bytes > query.bytes) throw tooLarge(query);
  return { text, rows, bytes };
}

function evaluate(graphs: LoadedGraphs, query: EngineQuery, mediaType: string, view?: GraphView): string {
  try {
    const viewed = query.dataset && view?.storeFor(query.dataset, query.cost === 'normal');
    const result = (viewed ?? graphs.store).query(query.text, {
      results_format: mediaType,
      ...(query.dataset === undefined || viewed !== undefined
        ? { use_default_graph_as_union: true }
        : {
            default_graph: query.dataset.default.map((graph) => namedNode(graph)),
            named_graphs: query.dataset.named.map((graph) => namedNode(graph)),
          }),
    });
    if (typeof result !== 'string') throw new GraphError('graph/query-failed', 'The engine gave no text.');
    return result;
  } catch (error) {
    if (isFatal(error) || error instanceof GraphError) throw error;
    throw explain(error, query);
  }
}

function explain(error: unknown, query: EngineQuery): GraphError {
  const message = error instanceof Error ? error.message : String(error);
  if (/string longer than|Invalid string length/u.test(message)) return tooLarge(query);
  const syntax = /^error at (\d+):(\d+): (.*)$/su.exec(message);
  if (syntax === null) return new GraphError('graph/query-failed', `The engine says: ${message}.`, { cause: error });
  const line = Math.max(1, Number(syntax[1]) - query.addedLines);
  return new GraphError('graph/invalid-query', `Line ${line}, column ${syntax[2]}: ${syntax[3]}.`, { cause: error });
}

function tooLarge(query: EngineQuery): GraphError {
  return new GraphError('graph/result-too-large', `The result has more than ${query.bytes} bytes.`);
}
