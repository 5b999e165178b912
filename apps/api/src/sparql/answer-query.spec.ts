import { describe, expect, it } from '@jest/globals';
import type { GraphStore, QueryResult } from '@askg/graph';
import { Reader } from '../access/reader.ts';
import { answerQuery, isRepeatable } from './answer-query.ts';

describe('repeatable queries', () => {
  it.each(['SELECT * { ?s ?p ?o }', 'SELECT ?known { ?s ddm:nowhere ?known }'])('are: %s', (query) =>
    expect(isRepeatable(query)).toBe(true),
  );

  it.each(['SELECT (NOW() AS ?t) {}', 'SELECT * { ?s ?p ?o } ORDER BY rand ()', 'SELECT (UUID() AS ?u) {}'])(
    'are not: %s',
    (query) => expect(isRepeatable(query)).toBe(false),
  );
});

describe('an entity tag', () => {
  const result: QueryResult = { kind: 'boolean', mediaType: 'text/csv', body: '', rows: 1, bytes: 0, commit: 1, ms: 1 };
  const store: Pick<GraphStore, 'query' | 'commit'> = { query: () => Promise.resolve(result), commit: () => 1 };
  const tagOf = async (query: string): Promise<string | undefined> => {
    const protocol = { query, defaultGraphs: [], namedGraphs: [] };
    const options = { signal: AbortSignal.timeout(10_000), reader: new Reader() };
    return (await answerQuery(store, protocol, options)).etag;
  };

  it('says that an answer holds until the next commit, but for what other endpoints say', async () => {
    expect(await tagOf('ASK { ?s ?p ?o }')).toBeDefined();
    expect(await tagOf('ASK { SERVICE <http://other.org/sparql> { ?s ?p ?o } }')).toBeUndefined();
  });
});
