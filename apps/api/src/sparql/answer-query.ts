import { chooseMediaType, contentType, guardQuery, type GraphStore, type QueryResult } from '@askg/graph';
import { entityTag, matches } from '../http/conditional.ts';
import type { ProtocolRequest } from './protocol-request.ts';

/** A result with what its headers say; without `result` the client already has it. */
export type Answer = { contentType: string; commit: number; etag?: string; result?: QueryResult };

export type AnswerOptions = {
  accept?: string | undefined;
  ifNoneMatch?: string | undefined;
  signal: AbortSignal;
};

/**
 * Answers a query, or finds without running it that the client's copy still holds: the same query on the same commit
 * in the same format has the same answer.
 *
 * @throws GraphError as the store does
 */
export async function answerQuery(
  store: GraphStore,
  protocol: ProtocolRequest,
  options: AnswerOptions,
): Promise<Answer> {
  const { query = '', format } = protocol;
  const { accept, ifNoneMatch, signal } = options;
  const chosen = chooseMediaType(accept, guardQuery(query).kind, format);
  const type = contentType(chosen);
  const tag = (commit: number) => {
    if (!isRepeatable(query)) return undefined;
    const graphs = [protocol.defaultGraphs.join(' '), protocol.namedGraphs.join(' ')];
    return entityTag(String(commit), query, ...graphs, type);
  };
  const known = tag(store.commit());
  if (known !== undefined && matches(ifNoneMatch, known)) {
    return { contentType: type, commit: store.commit(), etag: known };
  }
  const result = await store.query(query, { format: chosen.mediaType, signal, graphs: dataset(protocol) });
  const etag = tag(result.commit);
  return { contentType: type, commit: result.commit, result, ...(etag === undefined ? {} : { etag }) };
}

/** The dataset of the protocol; nothing when the request names no graph. */
export function dataset({ defaultGraphs, namedGraphs }: ProtocolRequest) {
  if (defaultGraphs.length === 0 && namedGraphs.length === 0) return undefined;
  return { default: defaultGraphs, named: namedGraphs };
}

/**
 * Whether the answer depends on nothing but the query and the commit. Looks for the names of the functions that tell
 * the time or draw lots, wherever they stand: a name in a literal costs a cache entry only.
 */
export function isRepeatable(query: string): boolean {
  return !/\b(now|rand|uuid|struuid|bnode)\b/i.test(query);
}
