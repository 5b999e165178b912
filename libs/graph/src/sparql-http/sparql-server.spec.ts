import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { SparqlEndpoint } from '../oxigraph/testing/sparql-endpoint.ts';
import type { QueryOptions, QueryResult } from '../store.ts';
import { ServerConnection } from './server-connection.ts';
import { ServerProjection } from './server-projection.ts';
import type { ServerSettings } from './server-settings.ts';
import { SparqlServer } from './sparql-server.ts';
import { base, SmallCorpus } from './testing/small-corpus.ts';

let endpoint: SparqlEndpoint;
let settings: ServerSettings;
let small: SmallCorpus;
let store: SparqlServer;
beforeEach(async () => {
  endpoint = new SparqlEndpoint();
  settings = { ...(await endpoint.start()), credentials: 'me:secret' };
  small = new SmallCorpus();
  for (const name of ['a', 'b', 'c']) await small.add(name);
  await bringInStep();
  store = new SparqlServer({ settings, corpus: small.corpus, now: () => performance.now(), limits: { rows: 10 } });
});
afterEach(async () => {
  await store.close();
  await endpoint.stop();
  small.close();
});

async function bringInStep(): Promise<void> {
  const server = new ServerConnection(settings);
  const projection = new ServerProjection({ corpus: small.corpus, server, newId: randomUUID });
  await projection.bringInStep({ signal: new AbortController().signal });
}

const graph = (name: string): string => `${base}graph/10.1_${name}`;
const everything = 'SELECT ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }';

/** What is small comes whole. */
function textOf({ body }: QueryResult): string {
  if (typeof body === 'string') return body;
  throw new Error('The body came in chunks.');
}

/** The values of ?o, or the code of the error. */
async function values(sparql: string, options: QueryOptions = {}): Promise<string[] | string> {
  try {
    const result = await store.query(sparql, { format: 'csv', ...options });
    return textOf(result).trimEnd().split('\r\n').slice(1).toSorted();
  } catch (error) {
    return (error as { code: string }).code;
  }
}

/** Lets the server answer the next request so. */
function answerOnce(answer: (response: ServerResponse) => void): void {
  endpoint.intercept = ({ parameters }, response) => {
    // Whether it has a union default graph is asked first.
    if (parameters.get('query')?.startsWith('ASK') === true) return false;
    endpoint.intercept = () => false;
    answer(response);
    return true;
  };
}

describe('what a query sees', () => {
  it('is every paper, and not the bookkeeping', async () => {
    expect(await values('SELECT ?o { ?s ?p ?o }')).toEqual(['a', 'b', 'c']);
    expect(await values('SELECT ?o { GRAPH ?o {} }')).toEqual([graph('a'), graph('b'), graph('c')]);
    expect(await values('SELECT ?o { ?s !a ?o }')).toEqual(['a', 'b', 'c']);
    expect(await values(`SELECT ?o { <${base}graph/projection> ?p ?o }`)).toEqual([]);
    expect(await values(`PREFIX x: <${base}graph/proj> SELECT ?o { GRAPH x:ection { ?s ?p ?o } }`)).toEqual([]);
  });

  it('is the same where the server has no union default graph', async () => {
    endpoint.hasUnion = false;
    expect(await values('SELECT ?o { ?s dcterms:title ?o }')).toEqual(['a', 'b', 'c']);
  });

  it('is given graph by graph only where the bookkeeping could be seen', async () => {
    const named = async (query: string): Promise<number> => {
      await store.query(query);
      return endpoint.asked.at(-1)?.parameters.getAll('default-graph-uri').length ?? -1;
    };
    expect(await named('SELECT ?o { ?s dcterms:title ?o }')).toBe(0);
    expect(await named(`SELECT ?o { <${base}paper/10.1_a> ?p ?o }`)).toBe(0);
    expect(await named('SELECT ?o { GRAPH ?g { ?s dcterms:title/^dcterms:title ?o } }')).toBe(0);
    expect(await named('SELECT ?o { ?s ?p ?o }')).toBe(3);
    expect(await named('SELECT ?o { ?s dcterms:title* ?o }')).toBe(3);
  });

  it('is for some callers only what they may read, by whatever way they ask', async () => {
    const readable = new Set([graph('a'), graph('gone')]);
    expect(await values(everything, { readable })).toEqual(['a', 'a']);
    expect(await values(`SELECT ?o { GRAPH <${graph('b')}> { ?s ?p ?o } }`, { readable })).toEqual([]);
    expect(await values(`SELECT ?o FROM <${graph('b')}> { ?s ?p ?o }`, { readable })).toBe('graph/unknown-graph');
    const graphs = { default: [graph('b')], named: [] };
    expect(await values(everything, { readable, graphs })).toBe('graph/unknown-graph');
    expect(await values(everything, { readable: new Set([graph('gone')]) })).toEqual([]);
    expect(await values(everything, { readable: new Set() })).toEqual([]);
  });

  it('is the dataset that it names', async () => {
    expect(await values(`SELECT ?o FROM <${graph('a')}> FROM NAMED <${graph('b')}> ${everything.slice(10)}`)).toEqual([
      'a',
      'b',
    ]);
    expect(await values(everything, { graphs: { default: [], named: [graph('c')] } })).toEqual(['c']);
    expect(await values('SELECT * FROM <http://nowhere/> {}')).toBe('graph/unknown-graph');
  });
});

describe('an answer', () => {
  it('comes in the format that is wanted, with its rows, bytes and commit', async () => {
    const select = 'SELECT ?o { ?s dcterms:title ?o } ORDER BY ?o LIMIT 1';
    const json = await store.query(select);
    expect(json).toMatchObject({ kind: 'bindings', rows: 1, commit: 3, mediaType: 'application/sparql-results+json' });
    expect(json.bytes).toBe(Buffer.byteLength(textOf(json)));
    expect(JSON.parse(textOf(json))).toEqual({
      head: { vars: ['o'] },
      results: { bindings: [{ o: { type: 'literal', value: 'a' } }] },
    });
    expect((await store.query(select, { accept: 'text/tab-separated-values' })).body).toBe('?o\n"a"\n');
    expect((await store.query('ASK {}', { format: 'xml' })).body).toContain('<boolean>true</boolean>');
    const turtle = await store.query('CONSTRUCT { ?s dcterms:title ?o } { ?s dcterms:title ?o }', { format: 'turtle' });
    expect([turtle.rows, turtle.mediaType, textOf(turtle).split('"').length]).toEqual([3, 'text/turtle', 7]);
  });

  it('is refused when it is too large, and never cut short', async () => {
    expect(await values('SELECT ?o { VALUES ?o { 1 2 3 4 5 6 7 8 9 10 11 } }')).toBe('graph/too-many-rows');
    expect(await values('SELECT ?o { ?s ?p ?o }', { limits: { rows: 2 } })).toBe('graph/too-many-rows');
    expect(await values('SELECT ?o { ?s ?p ?o }', { limits: { bytes: 5 } })).toBe('graph/result-too-large');
    const big = 'x'.repeat(1000);
    answerOnce((response) => response.end(big));
    expect(await values('SELECT ?o { ?s dcterms:title ?o }', { limits: { bytes: 100 } })).toBe(
      'graph/result-too-large',
    );
    answerOnce((response) => response.end('{"head":{"vars":["o"]},"results":{"bindings":[{"o":'));
    expect(await values('SELECT ?o { ?s dcterms:title ?o }')).toBe('graph/query-failed');
  });

  it('comes from the commit that is asked for or a later one', async () => {
    await small.add('d');
    expect(await values('SELECT ?o { ?s dcterms:title ?o }')).toHaveLength(3);
    const waiting = values('SELECT ?o { ?s dcterms:title ?o }', { atLeastCommit: 4 });
    await bringInStep();
    expect(await waiting).toHaveLength(4);
    expect(store.commit()).toBe(4);
    expect(await values('ASK {}', { format: 'json', atLeastCommit: 5 })).toBe('graph/unknown-commit');
  });

  it('is not given while the server is being filled', async () => {
    await store.query('ASK {}');
    small.corpus.projections.reset('sparql', '{"epoch":"x","lean":"y","base":"z"}');
    store.heard({ loading: { graphs: 1, of: 3 } });
    await expect(store.query('ASK {}')).rejects.toMatchObject({
      code: 'graph/not-ready',
      message: expect.stringContaining('is being filled: 1 of 3 graphs'),
    });
    expect(store.status()).toMatchObject({ ready: false, commit: 3 });
  });
});

describe('what goes wrong at the server', () => {
  const cases: [string, number, string, string][] = [
    ['a query that it cannot read', 400, 'Line 1, unresolved', 'graph/invalid-query'],
    ['a password that it does not take', 401, '', 'graph/server-refused'],
    ['a wrong address', 404, '<html><title>Not Found</title></html>', 'graph/server-refused'],
    ['its own time limit', 503, 'Query timed out', 'graph/timeout'],
    ['a server that is overloaded', 503, '', 'graph/unreachable'],
    ['a query that it cannot evaluate', 500, 'no such function', 'graph/query-failed'],
    ['an address that leads elsewhere', 302, '', 'graph/server-refused'],
  ];
  it.each(cases)('is told in our codes: %s', async (_, status, body, code) => {
    answerOnce((response) => response.writeHead(status, { location: 'http://127.0.0.1:9/' }).end(body));
    expect(await values('SELECT ?o { ?s dcterms:title ?o }')).toBe(code);
  });

  it('is that it ends, which the state tells until it is back', async () => {
    await store.start();
    expect(store.status().ready).toBe(true);
    await endpoint.stop();
    await expect(store.query('ASK {}')).rejects.toMatchObject({
      code: 'graph/unreachable',
      message: expect.stringContaining(settings.query),
    });
    expect(store.status().ready).toBe(false);
    await endpoint.start();
    expect(await values('SELECT ?o { ?s dcterms:title ?o }')).toHaveLength(3);
    expect(store.status().ready).toBe(true);
  });

  it('is that it comes back empty, which is not taken for an answer', async () => {
    await endpoint.stop();
    await store.query('ASK {}').catch(() => undefined);
    endpoint.store.update('DROP ALL');
    await endpoint.start();
    expect(await values('SELECT ?o { ?s dcterms:title ?o }')).toBe('graph/not-ready');
    await bringInStep();
    expect(await values('SELECT ?o { ?s dcterms:title ?o }')).toHaveLength(3);
  });

  it('is that it never answers: the deadline, the caller or the end of the store ends the query', async () => {
    endpoint.intercept = ({ parameters }) => parameters.get('query')?.includes('title') === true;
    expect(await values('SELECT ?o { ?s dcterms:title ?o }', { deadlineMs: 50 })).toBe('graph/timeout');
    const caller = new AbortController();
    const cancelled = values('SELECT ?o { ?s dcterms:title ?o }', { signal: caller.signal });
    caller.abort();
    expect(await cancelled).toBe('graph/cancelled');
    const closed = values('SELECT ?o { ?s dcterms:title ?o }');
    await store.close();
    expect(await closed).toBe('graph/closed');
  });
});

describe('a password', () => {
  it('is sent, and never told', async () => {
    await store.query('ASK {}');
    expect(endpoint.asked.at(-1)?.authorization).toBe(`Basic ${Buffer.from('me:secret').toString('base64')}`);
    await endpoint.stop();
    const error = await store.query('ASK {}').catch((caught: unknown) => caught);
    expect(JSON.stringify(error) + (error as Error).message).not.toContain('secret');
  });
});

it('the guard stands before the server', async () => {
  endpoint.asked.length = 0;
  expect(await values('SELECT * {')).toBe('graph/invalid-query');
  expect(await values('DROP ALL')).toBe('graph/update-refused');
  expect(await values('SELECT * { SERVICE <http://a/> {} }')).toBe('graph/service-refused');
  expect(endpoint.asked).toEqual([]);
});
