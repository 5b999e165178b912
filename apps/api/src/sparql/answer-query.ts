import { anyService, chooseMediaType, contentType, guardInTurn, type GraphStore, type QueryResult } from '@askg/graph';
import type { Reader } from '../access/reader.ts';
import { entityTag, matches } from '../http/conditional.ts';
import type { ProtocolRequest } from './protocol-request.ts';

/** A result with what its headers say; without `result` the client already has it. */
export type Answer = { contentType: string; commit: number; etag?: string; result?: QueryResult };

export type AnswerOptions = {
  accept?: string | undefined;
  ifNoneMatch?: string | undefined;
  signal: AbortSignal;
  reader: Reader;
};

/**
 * Answers a query, or finds without running it that the client's copy still holds: the same query on the same graphs of the
 * same commit in the same format has the same answer, unless other endpoints had a part in it.
 *
 * @throws GraphError as the store does
 */
export async function answerQuery(
  store: Pick<GraphStore, 'query' | 'commit'>,
  protocol: ProtocolRequest,
  options: AnswerOptions,
): Promise<Answer> {
  const { query = '', format, base } = protocol;
  const { accept, ifNoneMatch, signal, reader } = options;
  const guarded = await guardInTurn(query, { base, allowedServices: anyService });
  const chosen = chooseMediaType(accept, guarded.kind, format);
  const type = contentType(chosen);
  const tag = (commit: number) => {
    if (guarded.isFederated || !isRepeatable(query)) return undefined;
    const graphs = [protocol.defaultGraphs.join(' '), protocol.namedGraphs.join(' ')];
    return entityTag(String(commit), query, ...graphs, type, reader.mark, base ?? '');
  };
  const known = tag(store.commit());
  if (known !== undefined && matches(ifNoneMatch, known)) {
    return { contentType: type, commit: store.commit(), etag: known };
  }
  const result = await store.query(query, {
    format: chosen.mediaType,
    base,
    signal,
    graphs: dataset(protocol),
    readable: reader.graphs,
  });
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
