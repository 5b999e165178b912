import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { send, type HttpRequest, type HttpResponse } from '../testing/http-client.ts';
import { countTriples, readRows } from '../testing/parsers.ts';
import { browser, problemOf, queryTarget } from '../testing/requests.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const ddm = 'https://w3id.org/askg/ddm#';
const base = 'https://kg.example.org/id/';
const key = '10.1_sample';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(base);
});

afterAll(() => server.close());

function get(target: string, headers: Record<string, string> = {}, rest: HttpRequest = {}): Promise<HttpResponse> {
  return send(server.url, target, { ...rest, headers });
}

function post(body: string, type: string, headers: Record<string, string> = {}): Promise<HttpResponse> {
  return send(server.url, '/sparql', { method: 'POST', headers: { 'content-type': type, ...headers }, body });
}

/** A query that had to be ended takes its engine with it. */
function areEnginesIdle(): boolean {
  return server.store.status().engines.every(({ state }) => state === 'idle');
}

describe('SPARQL', () => {
  const rows = `SELECT ?t ?n WHERE { GRAPH <${base}graph/${key}> { ?s a <${ddm}TableRow> ; <${ddm}text> ?t ; <${ddm}index> ?n } } ORDER BY ?n`;
  const graph = `CONSTRUCT WHERE { ?s a <${ddm}Sentence> ; <${ddm}text> ?t }`;

  it('takes a query in the address, in a form and as a body', async () => {
    const answers = await Promise.all([
      get(queryTarget(rows)),
      post(`query=${encodeURIComponent(rows)}`, 'application/x-www-form-urlencoded'),
      post(rows, 'application/sparql-query'),
      post(rows, 'application/sparql-query; charset=utf-8'),
    ]);
    for (const { status, text, headers } of answers) {
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('application/sparql-results+json');
      expect(headers['askg-commit']).toMatch(/^\d+$/);
      expect(JSON.parse(text)).toEqual(JSON.parse(answers[0].text));
    }
  });

  it.each([
    ['application/sparql-results+json', 'json'],
    ['application/sparql-results+xml', 'xml'],
    ['text/csv', 'csv'],
    ['text/tab-separated-values', 'tsv'],
  ])('gives bindings as %s', async (mediaType, format) => {
    for (const response of [
      await get(queryTarget(rows), { accept: mediaType }),
      await get(queryTarget(rows, `&format=${format}`)),
    ]) {
      expect(response.headers['content-type']?.split(';')[0]).toBe(mediaType);
      expect(response.headers.vary).toBe('Authorization, Accept');
      expect(await readRows(mediaType, response.text, ['t', 'n'])).toEqual([
        ['Tree', '1'],
        ['Oak | 20 [1]', '2'],
      ]);
    }
  });

  it.each([
    'text/turtle',
    'application/n-triples',
    'application/ld+json',
    'application/rdf+xml',
    'application/n-quads',
    'application/trig',
  ])('gives graphs as %s', async (mediaType) => {
    const response = await get(queryTarget(graph), { accept: mediaType });
    expect(response.headers['content-type']?.split(';')[0]).toBe(mediaType);
    const triples = await get(queryTarget(graph, '&format=ntriples'));
    expect(await countTriples(mediaType, response.text)).toBe(triples.text.trimEnd().split('\n').length);
  });

  it('answers ASK', async () => {
    const { text } = await get(queryTarget(`ASK { ?s a <${ddm}Paper> }`));
    expect(JSON.parse(text)).toMatchObject({ boolean: true });
  });

  it('takes the dataset of the protocol', async () => {
    const count = 'SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }';
    const number = async (more: string) =>
      Number((await readRows('text/csv', (await get(queryTarget(count, `&format=csv${more}`))).text, ['n']))[0]?.[0]);
    const all = await number('');
    const one = await number(`&default-graph-uri=${encodeURIComponent(`${base}graph/${key}`)}`);
    expect(one).toBeGreaterThan(0);
    expect(one).toBeLessThan(all);
    expect(await number(`&named-graph-uri=${encodeURIComponent(`${base}graph/${key}`)}`)).toBe(0);
  });

  it('does not send again what the client has, until the corpus moves', async () => {
    const first = await get(queryTarget(rows));
    const etag = String(first.headers.etag);
    expect(await get(queryTarget(rows), { 'if-none-match': etag })).toMatchObject({ status: 304, text: '' });
    expect((await get(queryTarget(rows), { accept: 'text/csv', 'if-none-match': etag })).status).toBe(200);
    expect((await get(queryTarget(`${rows} `), { 'if-none-match': etag })).status).toBe(200);
    expect((await get(queryTarget(rows), { 'if-none-match': etag, host: 'kg.example.org' })).status).toBe(200);
    expect((await get(queryTarget('SELECT (NOW() AS ?n) {}'))).headers.etag).toBeUndefined();
    expect((await post(rows, 'application/sparql-query', { 'if-none-match': etag })).status).toBe(200);
  });

  it.each([
    ['an empty query', '/sparql?query=', 400, 'api/missing-query'],
    ['a repeated query', '/sparql?query=ASK{}&query=ASK{}', 400, 'api/repeated-parameter'],
    ['an update', '/sparql?update=DROP+ALL', 400, 'graph/update-refused'],
    ['an update in place of a query', queryTarget('DELETE WHERE { ?s ?p ?o }'), 400, 'graph/update-refused'],
    ['no SPARQL', queryTarget('SELECT WHERE'), 400, 'graph/invalid-query'],
    ['SERVICE', queryTarget('SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }'), 403, 'graph/service-refused'],
    [
      'SERVICE SILENT ?variable',
      queryTarget('SELECT * { ?s ?p ?e . SERVICE SILENT ?e { ?s ?p ?o } }'),
      403,
      'graph/service-refused',
    ],
    ['a foreign FROM', queryTarget('SELECT * FROM <http://127.0.0.1:1/x> { ?s ?p ?o }'), 400, 'graph/unknown-graph'],
    ['FROM a file', queryTarget('SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }'), 400, 'graph/unknown-graph'],
    [
      'a foreign protocol graph',
      queryTarget('ASK {}', '&default-graph-uri=http://127.0.0.1:1/x'),
      400,
      'graph/unknown-graph',
    ],
    ['an unknown format', queryTarget('ASK {}', '&format=pdf'), 406, 'graph/not-acceptable'],
  ])('refuses %s', async (_name, target, status, code) => {
    expect(problemOf(await get(target))).toMatchObject({ status, code });
  });

  it('names the graphs that are not there', async () => {
    const more = ['a', 'b'].map((name) => `&default-graph-uri=http://127.0.0.1:1/${name}`).join('');
    const { detail } = problemOf(await get(queryTarget('ASK {}', more)));
    expect(detail).toContain('<http://127.0.0.1:1/a>, <http://127.0.0.1:1/b>');
  });

  it.each([
    ['an update as a body', 'DROP ALL', 'application/sparql-update', 415, 'graph/update-refused'],
    ['an update in a form', 'update=DROP+ALL', 'application/x-www-form-urlencoded', 400, 'graph/update-refused'],
    ['a body of an unknown type', '{}', 'application/json', 415, 'api/unsupported-media-type'],
    [
      'a body that is too large',
      `ASK {} #${'x'.repeat(200_000)}`,
      'application/sparql-query',
      413,
      'api/body-too-large',
    ],
  ])('refuses %s', async (_name, body, type, status, code) => {
    expect(problemOf(await post(body, type))).toMatchObject({ status, code });
  });

  it('takes its own address for the base of relative IRIs', async () => {
    const text = await get(queryTarget('SELECT (IRI("x") AS ?a) (<#y> AS ?b) {}', '&format=csv'));
    expect(text.text.split('\r\n')[1]).toBe(`${server.url}/x,${server.url}/sparql#y`);
  });

  it('sends a large result whole, with its length', async () => {
    const large = 'SELECT * { ?s ?p ?o . VALUES ?n { 1 2 3 4 5 6 } } LIMIT 5000';
    const { status, headers, text } = await get(queryTarget(large, '&format=json'));
    expect(status).toBe(200);
    expect(Buffer.byteLength(text)).toBeGreaterThan(100_000);
    expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
    expect(headers).not.toHaveProperty('transfer-encoding');
  });

  it('refuses a result that would be too large instead of cutting it', async () => {
    const response = await get(queryTarget('SELECT * { ?a ?b ?c . ?d ?e ?f }'));
    expect(problemOf(response)).toMatchObject({ status: 422, code: 'graph/too-many-rows' });
  });

  it('has a page that shows results and keeps the query when something is wrong with it', async () => {
    const empty = await get('/sparql', { accept: browser });
    expect(empty.text).toContain('<textarea');
    const result = await get(queryTarget(rows), { accept: browser });
    expect(result.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(result.text).toContain('<td>Oak | 20 [1]</td>');
    const titles = await get(queryTarget('SELECT ?t { ?s <http://purl.org/dc/terms/title> ?t }'), { accept: browser });
    expect(titles.text).toContain('Trees &amp; &lt;script&gt;');
    const wrong = await get(queryTarget('SELECT "</textarea><script>" WHERE'), { accept: browser });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('graph/invalid-query');
    expect(wrong.text).toContain('&lt;/textarea&gt;&lt;script&gt;');
    expect(wrong.text).not.toContain('<script>');
  });

  it('ends a query at its deadline', async () => {
    const response = await get(queryTarget('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }'));
    expect(problemOf(response)).toMatchObject({ status: 504, code: 'graph/timeout' });
    await server.until(areEnginesIdle);
    expect((await get(queryTarget('ASK {}'))).status).toBe(200);
  });

  it('cancels the query of a client that goes away', async () => {
    const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';
    const controller = new AbortController();
    const request = get(queryTarget(endless), {}, { signal: controller.signal });
    await server.until(() => server.store.status().engines.some(({ state }) => state === 'busy'));
    controller.abort();
    await expect(request).rejects.toThrow();
    await server.until(() => server.store.status().engines.every(({ state }) => state !== 'busy'));
    await server.until(areEnginesIdle);
  });
});

describe('a result that breaks off on its way', () => {
  it('never looks whole', async () => {
    const breaking = await startTestServer(base, {
      around: (store) => ({
        query: async (text, options) => ({ ...(await store.query(text, options)), bytes: 100, body: broken() }),
        commit: () => store.commit(),
        status: () => store.status(),
        close: () => store.close(),
      }),
    });
    try {
      await expect(send(breaking.url, queryTarget('ASK {}'))).rejects.toMatchObject({ code: 'ECONNRESET' });
      expect((await send(breaking.url, '/health/live')).status).toBe(200);
    } finally {
      await breaking.close();
    }
  });
});

/** The beginning of a result. */
async function* broken(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{"head":{},');
  throw new Error('The engine is lost.');
}

describe('a server whose corpus moves on', () => {
  it('answers from the new commit', async () => {
    const title = 'Added while running';
    const ask = queryTarget(`ASK { ?s <http://purl.org/dc/terms/title> "${title}" }`);
    const before = await get(ask);
    expect(JSON.parse(before.text)).toMatchObject({ boolean: false });
    const added = await server.addPaper(title);
    expect((await get(`/id/paper/${added}`)).status).toBe(200);
    expect((await get('/api/papers')).text).toContain(added);
    await server.until(async () => (JSON.parse((await get(ask)).text) as { boolean: boolean }).boolean);
    const after = await get(ask, { 'if-none-match': String(before.headers.etag) });
    expect(after.status).toBe(200);
    expect(Number(after.headers['askg-commit'])).toBeGreaterThan(Number(before.headers['askg-commit']));
    expect((await get('/papers', { accept: browser })).text).toContain(title);
  });
});
