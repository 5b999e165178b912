import { GraphError } from '../graph-error.ts';
import type { GuardedQuery } from '../guard/guarded-query.ts';
import { occurrences } from '../oxigraph/count-rows.ts';
import { convertTriples } from '../oxigraph/loaded-graphs.ts';
import type { ResultFormat } from '../results/media-types.ts';
import { type TableFormat, writeBindings, writeBoolean } from '../results/write-results.ts';
import type { ResultLimits } from '../store.ts';
import { readBoolean, readRows } from './read-reply.ts';
import type { ServerReply } from './server-connection.ts';

const ntriples = 'application/n-triples';

/** What a server is asked for, whatever the client wants: servers differ in the formats that they offer, and in how they write them. */
export function acceptedReply(kind: GuardedQuery['kind']): string {
  return kind === 'graph' ? ntriples : 'application/sparql-results+json';
}

/**
 * Writes a server's reply in the format that the client wants.
 * @throws GraphError `graph/too-many-rows`, `graph/result-too-large`; `graph/query-failed` for a reply of another kind
 */
export function writeReply(
  reply: ServerReply,
  query: GuardedQuery,
  format: ResultFormat,
  limits: ResultLimits,
): { text: string; rows: number; bytes: number } {
  const { text, rows } = write(reply, query, format, limits);
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.bytes) {
    throw new GraphError('graph/result-too-large', `The result has more than ${limits.bytes} bytes.`);
  }
  return { text, rows, bytes };
}

function write(
  { mediaType, text }: ServerReply,
  { kind }: GuardedQuery,
  format: ResultFormat,
  limits: ResultLimits,
): { text: string; rows: number } {
  if (kind === 'boolean') {
    return { text: writeBoolean(readBoolean(text), format.name === 'xml' ? 'xml' : 'json'), rows: 1 };
  }
  if (kind === 'bindings') {
    const { variables, rows } = readRows(text);
    checkRows(rows.length, limits.rows, 'rows');
    return { text: writeBindings(variables, rows, format.name as TableFormat), rows: rows.length };
  }
  if (mediaType !== ntriples) {
    throw new GraphError('graph/query-failed', `The server gave ${mediaType}, not ${ntriples}.`);
  }
  const rows = occurrences(text, '\n');
  checkRows(rows, limits.rows, 'triples');
  return { text: format.mediaType === ntriples ? text : convertTriples(text, format.mediaType), rows };
}

function checkRows(rows: number, most: number, unit: string): void {
  if (rows > most) throw new GraphError('graph/too-many-rows', `The result has more than ${most} ${unit}.`);
}
