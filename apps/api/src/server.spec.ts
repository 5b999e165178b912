import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Paper, Problem } from '@askg/contract';
import { Readiness } from './health/health-shapes.ts';
import { send, type HttpRequest, type HttpResponse } from './testing/http-client.ts';
import { countTriples, readRows } from './testing/parsers.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
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

function queryTarget(query: string, more = ''): string {
  return `/sparql?query=${encodeURIComponent(query)}${more}`;
}

function post(body: string, type: string, headers: Record<string, string> = {}): Promise<HttpResponse> {
  return send(server.url, '/sparql', { method: 'POST', headers: { 'content-type': type, ...headers }, body });
}

/** The problem in a response, whose status is that of the response. */
function problemOf(response: HttpResponse): Problem {
  expect(response.headers['content-type']).toBe('application/problem+json');
  const problem = Problem.parse(JSON.parse(response.text));
  expect(problem.status).toBe(response.status);
  expect(problem.trace).toBe(response.headers['askg-trace']);
  expect(response.headers['cache-control']).toBe('no-store');
  return problem;
}

describe('resources', () => {
  it.each([
    ['text/turtle', 'turtle'],
    ['application/ld+json', 'jsonld'],
    ['application/n-triples', 'ntriples'],
    ['application/n-quads', 'nquads'],
    ['application/trig', 'trig'],
  ])('are given as %s, by Accept and by format alike', async (mediaType, format) => {
    for (const path of [`/id/paper/${key}`, `/id/paper/${key}/s1/p1/t1`, `/id/graph/${key}`]) {
      const accepted = await get(path, { accept: mediaType });
      const named = await get(`${path}?format=${format}`, { accept: browser });
      expect(accepted.status).toBe(200);
      expect(accepted.headers['content-type']?.split(';')[0]).toBe(mediaType);
      expect(accepted.headers.vary).toBe('Accept');
      expect(named.text).toBe(accepted.text);
      const quads = await get(path, { accept: 'application/n-quads' });
      expect(await countTriples(mediaType, accepted.text)).toBe(quads.text.trimEnd().split('\n').length);
    }
  });

  it('give all that the graph file says of the unit and of what is below it', async () => {
    const { text } = await get(`/id/paper/${key}/s1/p1`, { accept: 'application/n-quads' });
    expect(text).toContain(`<${base}paper/${key}/s1/p1/t1> <${ddm}text> "𝒯rees grow [1, 2]."`);
    expect(text).toContain(`<${base}paper/${key}/s1/p1/t1/c1> <${ddm}pointsAt> <${base}paper/${key}/ref2>`);
    expect(text).not.toContain(`<${base}paper/${key}/s1/p2>`);
  });

  it('are pages for browsers and Turtle for programs that ask for nothing in particular', async () => {
    expect((await get(`/id/paper/${key}`, { accept: browser })).headers['content-type']).toBe(
      'text/html; charset=utf-8',
    );
    expect((await get(`/id/paper/${key}`, { accept: '*/*' })).headers['content-type']).toBe(
      'text/turtle; charset=utf-8',
    );
    expect((await get(`/id/paper/${key}`)).headers['content-type']).toBe('text/turtle; charset=utf-8');
    expect(
      (await get(`/id/paper/${key}`, { accept: 'text/turtle;q=0.4, application/ld+json' })).headers['content-type'],
    ).toBe('application/ld+json');
  });

  it('have a page each, also those that are data only', async () => {
    const quads = await get(`/id/graph/${key}`, { accept: 'application/n-quads' });
    const subjects = new Set([...quads.text.matchAll(/^<([^>]+)>/gm)].map(([, iri]) => iri?.slice(base.length)));
    expect(subjects.size).toBeGreaterThan(30);
    for (const subject of subjects) {
      const page = await get(`/id/${subject}`, { accept: browser });
      expect([subject, page.status]).toEqual([subject, 200]);
      expect(page.text).toContain(`${base}${subject}`);
      expect(page.text).not.toContain('<script>');
      expect((await get(`/id/${subject}`, { accept: 'text/turtle' })).status).toBe(200);
    }
    expect((await get(`/id/graph/${key}`, { accept: browser })).status).toBe(200);
  });

  it('are people across papers too, with the places where papers name them', async () => {
    const all = await get('/id/graph/people', { accept: 'application/n-quads' });
    const [, person = ''] = /> <([^>]+)> <[^>]+graph\/people>/.exec(all.text) ?? [];
    expect(person).toMatch(/^https:\/\/kg\.example\.org\/id\/person\//);
    const path = person.slice('https://kg.example.org'.length);
    const { text } = await get(path, { accept: 'application/n-quads' });
    expect(text).toMatch(new RegExp(`^<${base}paper/[^>]+/person1> <${ddm}canonical> <${person}>`, 'm'));
    expect((await get(path, { accept: browser })).text).toContain(person);
    expect((await get('/id/graph/people', { accept: browser })).text).toContain('People across papers');
    expect(problemOf(await get('/id/person/10.1_nobody/person1'))).toMatchObject({ status: 404 });
  });

  it('are not sent again to a client that has them', async () => {
    const first = await get(`/id/paper/${key}`, { accept: 'text/turtle' });
    const etag = String(first.headers.etag);
    const again = await get(`/id/paper/${key}`, { accept: 'text/turtle', 'if-none-match': `"x", ${etag}` });
    expect(again).toMatchObject({ status: 304, text: '' });
    expect(again.headers.etag).toBe(etag);
    const other = await get(`/id/paper/${key}`, { accept: 'application/ld+json', 'if-none-match': etag });
    expect(other.status).toBe(200);
    expect((await get(`/id/paper/${key}/s1`, { accept: 'text/turtle', 'if-none-match': etag })).status).toBe(200);
  });

  it('lead from another name of a paper to its address', async () => {
    const moved = await get(`/id/paper/${server.alias}/s1?format=turtle`);
    expect(moved.status).toBe(301);
    expect(moved.headers.location).toBe(`/id/paper/${key}/s1?format=turtle`);
    expect((await get(String(moved.headers.location))).status).toBe(200);
  });

  it('are shown as they were cited, after the paper was read again', async () => {
    const reread = await server.addPaper('Read once');
    const { graphDigest } = Paper.parse(JSON.parse((await get(`/api/papers/${reread}`)).text));
    await server.addPaper('Read twice');
    const page = (revision: string) => get(`/id/paper/${reread}?revision=${revision}`, { accept: browser });
    const cited = await page(String(graphDigest));
    expect(cited.text).toContain('<h1>Read once</h1>');
    expect(cited.text).toContain('as it was cited');
    const gone = await page('e'.repeat(64));
    expect(gone.text).toContain('<h1>Read twice</h1>');
    expect(gone.text).toContain('no longer kept');
    expect(gone.headers.etag).not.toBe((await get(`/id/paper/${reread}`, { accept: browser })).headers.etag);
    const sample = Paper.parse(JSON.parse((await get(`/api/papers/${key}`)).text));
    expect((await page(String(sample.graphDigest))).text).toContain('<h1>Read twice</h1>');
    expect(problemOf(await get(`/id/paper/${reread}?revision=x`))).toMatchObject({ status: 400 });
  });

  it('that were removed are gone, for programs and on a page', async () => {
    for (const path of [
      `/id/paper/${server.removedKey}`,
      `/id/paper/${server.removedKey}/s1`,
      `/id/graph/${server.removedKey}`,
    ]) {
      expect(problemOf(await get(path))).toMatchObject({ code: 'api/removed', status: 410 });
    }
    const page = await get(`/id/paper/${server.removedKey}`, { accept: browser });
    expect(page.status).toBe(410);
    expect(page.text).toContain('was removed');
  });

  it.each([
    ['/id/paper/unknown', 404, 'api/not-found'],
    [`/id/paper/${key}/s99`, 404, 'api/not-found'],
    [`/id/paper/${key}/`, 404, 'api/not-found'],
    [`/id/paper/${key}/..`, 404, 'api/not-found'],
    ['/id/paper/../../etc/passwd', 404, 'api/not-found'],
    ['/id/paper/%2e%2e%2f%2e%2e%2fetc%2fpasswd', 404, 'api/not-found'],
    ['/id/', 404, 'api/not-found'],
    ['/id', 404, 'api/not-found'],
    ['/id/paper/%zz', 400, 'api/bad-path'],
    ['/id/paper/%ff', 400, 'api/bad-path'],
    ['/id/paper/a%00b', 400, 'api/bad-path'],
    [`/id/paper/${key}?format=pdf`, 400, 'api/unknown-format'],
    [`/id/paper/${key}?format=turtle&format=nt`, 400, 'api/repeated-parameter'],
    ['/nothing/here', 404, 'api/not-found'],
  ])('answer %s with %i %s', async (target, status, code) => {
    expect(problemOf(await get(target))).toMatchObject({ status, code });
  });

  it('read needless percent-encodings', async () => {
    expect((await get(`/id/paper/10.1%5Fsample/%731`)).status).toBe(200);
  });

  it('cannot be had as what they are not', async () => {
    expect(problemOf(await get(`/id/paper/${key}`, { accept: 'image/png' }))).toMatchObject({
      status: 406,
      code: 'api/not-acceptable',
    });
  });
});

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
      expect(response.headers.vary).toBe('Accept');
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
    expect((await get(queryTarget('SELECT (NOW() AS ?n) {}'))).headers.etag).toBeUndefined();
  });

  it.each([
    ['no query', '/sparql', 400, 'api/missing-query'],
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

  it('refuses a result that would be too large instead of cutting it', async () => {
    const response = await get(queryTarget('SELECT * { ?a ?b ?c . ?d ?e ?f }'));
    expect(problemOf(response)).toMatchObject({ status: 422, code: 'graph/too-many-rows' });
  });

  it('ends a query at its deadline', async () => {
    const response = await get(queryTarget('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }'));
    expect(problemOf(response)).toMatchObject({ status: 504, code: 'graph/timeout' });
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
});

describe('the other routes', () => {
  it('list the papers, and each by its key', async () => {
    const list = await get('/api/papers');
    expect(list.headers['content-type']).toBe('application/json');
    const papers = (JSON.parse(list.text) as unknown[]).map((each) => Paper.parse(each));
    expect(papers.map((paper) => paper.key)).toContain(key);
    const one = await get(`/api/papers/${key}`);
    expect(Paper.parse(JSON.parse(one.text)).key).toBe(key);
    expect((await get('/api/papers', { 'if-none-match': String(list.headers.etag) })).status).toBe(304);
    expect(problemOf(await get('/api/papers/unknown'))).toMatchObject({ code: 'api/not-found', status: 404 });
    expect((await get(`/api/papers/${server.alias}`)).headers.location).toBe(`/api/papers/${key}`);
  });

  it('show the papers with authors, year and venue', async () => {
    const { text } = await get('/papers', { accept: browser });
    expect(text).toContain(`href="/id/paper/${key}"`);
    expect(text).toContain('Trees &amp; &lt;script&gt;');
    expect(text).toContain('Ann &lt;script&gt;');
    expect(text).toContain('2024');
    expect(text).not.toContain('<script>');
    expect(text).not.toContain(server.removedKey);
  });

  it.each(['text/turtle', 'application/ld+json', 'application/n-triples'])(
    'give the ontology as %s',
    async (mediaType) => {
      const { headers, text } = await get('/ontology', { accept: mediaType });
      expect(headers['content-type']?.split(';')[0]).toBe(mediaType);
      expect(await countTriples(mediaType, text)).toBeGreaterThan(500);
      expect(
        await countTriples(mediaType, (await get('/ontology/shapes', { accept: mediaType })).text),
      ).toBeGreaterThan(50);
    },
  );

  it('show the ontology and give its context', async () => {
    const page = await get('/ontology', { accept: browser });
    expect(page.text).toContain('id="hasSentence"');
    const context = await get('/ontology/context.jsonld');
    expect(context.headers['content-type']).toBe('application/ld+json');
    expect(JSON.parse(context.text)).toHaveProperty('@context');
  });

  it('tell whether the server lives and is ready', async () => {
    expect(JSON.parse((await get('/health/live')).text)).toEqual({ status: 'live' });
    const ready = await get('/health/ready');
    expect(ready.status).toBe(200);
    expect(Readiness.parse(JSON.parse(ready.text))).toMatchObject({
      status: 'ready',
      problems: [],
      questions: { ready: true, embedder: null, chat: null },
    });
    server.questions.ready = false;
    const notReady = await get('/health/ready');
    server.questions.ready = true;
    expect(notReady.status).toBe(503);
    expect(Readiness.parse(JSON.parse(notReady.text)).status).toBe('not-ready');
  });

  it('describe themselves, with the methods that each allows', async () => {
    const description = await get('/api/openapi.json');
    expect(description.headers['content-type']).toBe('application/json');
    const { paths } = JSON.parse(description.text) as { paths: Record<string, Record<string, unknown>> };
    for (const [path, operations] of Object.entries(paths)) {
      const target = path.replaceAll(/\{\w+\}/g, 'x');
      const allowed = (await get(target, {}, { method: 'OPTIONS' })).headers.allow?.split(', ') ?? [];
      const documented = Object.keys(operations).map((method) => method.toUpperCase());
      expect([path, allowed.filter((method) => !/OPTIONS|HEAD/.test(method))]).toEqual([path, documented]);
    }
  });

  it('serve what pages load, to be kept for ever', async () => {
    const pages = await Promise.all(['/', '/sparql'].map((path) => get(path, { accept: browser })));
    const links = pages.flatMap(({ text }) => [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)]);
    const assets = new Set(links.map(([, path]) => String(path)));
    expect(assets.size).toBe(4);
    for (const path of assets) {
      const asset = await get(path);
      expect(asset.status).toBe(200);
      expect(asset.headers['cache-control']).toContain('immutable');
    }
    expect((await get('/assets/style.css')).status).toBe(404);
    expect((await get('/robots.txt')).text).toContain('User-agent');
  });
});

describe('the door', () => {
  it('sends the same headers with HEAD as with GET, and no body', async () => {
    for (const path of [
      '/',
      '/papers',
      `/id/paper/${key}`,
      '/api/papers',
      '/api/search?q=trees',
      '/api/openapi.json',
      queryTarget('ASK {}'),
      '/ontology',
      '/health/live',
    ]) {
      const full = await get(path);
      const head = await get(path, {}, { method: 'HEAD' });
      expect(head).toMatchObject({ status: full.status, text: '' });
      for (const name of ['content-type', 'content-length', 'etag']) {
        expect(head.headers[name]).toBe(full.headers[name]);
      }
    }
  });

  it('names the methods of a route, and refuses the others', async () => {
    expect(await get('/sparql', {}, { method: 'OPTIONS' })).toMatchObject({ status: 204, text: '' });
    expect((await get('/sparql', {}, { method: 'OPTIONS' })).headers.allow).toBe('GET, HEAD, POST, OPTIONS');
    for (const [method, path] of [
      ['DELETE', '/sparql'],
      ['PUT', `/id/paper/${key}`],
      ['POST', '/api/papers'],
      ['PATCH', '/'],
    ] as const) {
      const response = await get(path, {}, { method });
      expect(problemOf(response)).toMatchObject({ status: 405, code: 'api/method-not-allowed' });
      expect(response.headers.allow).toContain('GET');
    }
  });

  it('refuses names that do not mean this server', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', 'evil.example:80']) {
      expect(problemOf(await get('/api/papers', { host }))).toMatchObject({ status: 421, code: 'api/host-refused' });
    }
    for (const host of ['localhost', 'kg.example.org', '127.0.0.1:1']) {
      expect((await get('/api/papers', { host })).status).toBe(200);
    }
  });

  it('refuses pages of other origins, and lets nobody read across origins', async () => {
    for (const [path, method] of [
      ['/api/papers', 'GET'],
      ['/sparql', 'POST'],
      ['/sparql', 'OPTIONS'],
    ] as const) {
      const response = await get(path, { origin: 'https://evil.example' }, { method });
      expect(problemOf(response)).toMatchObject({ status: 403, code: 'api/origin-refused' });
      expect(response.headers).not.toHaveProperty('access-control-allow-origin');
    }
    const embedded = await get('/api/papers', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' });
    expect(embedded.status).toBe(403);
    const followed = await get('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', accept: browser });
    expect(followed.status).toBe(200);
    expect(followed.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('protects every response by headers, errors included', async () => {
    for (const path of ['/', '/nothing', `/id/paper/${key}`, '/assets/none', '/sparql']) {
      const { headers } = await get(path, { accept: browser });
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';style-src 'self';script-src 'self';img-src 'self' data:;connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers['askg-trace']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('shows an error to a browser as a page, elsewhere as data', async () => {
    const page = await get('/nothing', { accept: browser });
    expect(page).toMatchObject({ status: 404, text: expect.stringContaining('api/not-found') });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(problemOf(await get('/api/papers/unknown', { accept: browser })).code).toBe('api/not-found');
  });

  it('refuses headers beyond a limit', async () => {
    expect((await get('/', { 'x-long': 'x'.repeat(20_000) })).status).toBe(431);
  });
});

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
