import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseQuads } from '@askg/ddm';
import { send, type HttpResponse } from '../testing/http-client.ts';
import { countTriples } from '../testing/parsers.ts';
import { browser, problemOf, queryTarget } from '../testing/requests.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const base = 'https://kg.example.org/id/';
const key = '10.1_sample';
const sd = 'http://www.w3.org/ns/sparql-service-description#';
const voidTerms = 'http://rdfs.org/ns/void#';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(base);
  // Counting goes on when a client does not wait for it.
  await server.until(async () => (await get('/void')).headers['askg-commit'] !== undefined);
});

afterAll(() => server.close());

function get(target: string, headers: Record<string, string> = {}): Promise<HttpResponse> {
  return send(server.url, target, { headers });
}

describe('the description', () => {
  it('is what a GET of the endpoint gives, in every form', async () => {
    const triples = await get('/sparql', { accept: 'application/n-triples' });
    for (const mediaType of ['text/turtle', 'application/ld+json', 'application/rdf+xml']) {
      const { status, headers, text } = await get('/sparql', { accept: mediaType });
      expect([status, headers['content-type']?.split(';')[0]]).toEqual([200, mediaType]);
      expect(await countTriples(mediaType, text)).toBe(triples.text.trimEnd().split('\n').length);
    }
    expect(triples.text).toContain(`<${sd}endpoint> <${server.url}/sparql> .`);
    expect((await get('/sparql')).headers['content-type']).toBe('text/turtle; charset=utf-8');
    const under = await get('/sparql', { host: 'kg.example.org', accept: 'application/n-triples' });
    expect(under.text).toContain(`<${sd}endpoint> <https://kg.example.org/sparql> .`);
  });

  it('counts what queries count, at the commit that it tells', async () => {
    const { text, headers } = await get('/void', { accept: 'application/n-triples' });
    expect(headers['askg-commit']).toBe(String(server.store.commit()));
    const corpus = `<${server.url}/void#corpus>`;
    const told = (name: string) => new RegExp(`^${corpus} <${voidTerms}${name}> "(\\d+)"`, 'm').exec(text)?.[1];
    const counted = async (query: string) => (await get(queryTarget(query, '&format=csv'))).text.split('\r\n')[1];
    expect(told('triples')).toBe(await counted('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'));
    expect(told('distinctSubjects')).toBe(await counted('SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }'));
    expect(told('entities')).toBe(await counted('SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c }'));
    expect(told('properties')).toBe(await counted('SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }'));
    expect(told('classes')).toBe(await counted('SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }'));
    expect(told('documents')).toBe(await counted('SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }'));
    expect((await get('/.well-known/void')).headers.location).toBe('/void');
  });

  it('has each collection as a dataset that can be asked by itself', async () => {
    server.corpus.collections.add('oaks', [key]);
    const { text } = await get('/sparql', { accept: 'application/n-triples' });
    const collection = `<${server.url}/void#collection-oaks>`;
    expect(text).toContain(`<${server.url}/void#corpus> <${voidTerms}subset> ${collection} .`);
    expect(text).toContain(`${collection} <${voidTerms}sparqlEndpoint> <${server.url}/sparql/oaks> .`);
    const own = await get('/sparql/oaks', { accept: 'application/n-triples' });
    expect(own.text).toContain(`<${sd}endpoint> <${server.url}/sparql/oaks> .`);
    const { text: counted } = await get('/sparql/oaks?query=SELECT(COUNT(*)AS?n){?s?p?o}&format=csv');
    expect(own.text).toContain(`${collection} <${voidTerms}triples> "${counted.split('\r\n')[1]}"^^`);
    expect(own.text.match(/service-description#NamedGraph/g)).toHaveLength(1);
    const page = await get('/sparql/oaks', { accept: browser });
    expect(page.text).toContain('<form class="query" action="/sparql/oaks" method="get">');
  });

  it('offers queries that run', async () => {
    const { text } = await get('/sparql', { accept: 'application/n-triples' });
    const examples = parseQuads(text, 'application/n-triples').filter(({ predicate }) =>
      /shacl#(select|ask|construct)$/.test(predicate.value),
    );
    expect(examples.length).toBeGreaterThan(40);
    for (const { object } of examples.slice(0, 5)) {
      expect((await get(queryTarget(object.value))).status).toBe(200);
    }
  });

  it('is not sent again until the corpus moves', async () => {
    const first = await get('/sparql');
    expect((await get('/sparql', { 'if-none-match': String(first.headers.etag) })).status).toBe(304);
  });

  it.each([
    ['a query that is empty', '/sparql?query=', 'text/turtle'],
    ['a request for results without a query', '/sparql', 'application/sparql-results+json'],
  ])('is not the answer to %s', async (_name, target, accept) => {
    expect(problemOf(await get(target, { accept }))).toMatchObject({ status: 400, code: 'api/missing-query' });
  });
});
