import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Paper } from '@askg/contract';
import { Readiness } from './health/health-shapes.ts';
import { send, type HttpRequest, type HttpResponse } from './testing/http-client.ts';
import { countTriples } from './testing/parsers.ts';
import { browser, problemOf, queryTarget } from './testing/requests.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

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
    const suggested = await get('/ontology/suggestions', { accept: browser });
    expect(suggested.text).toContain('id="Enrichment"');
    const turtle = await get('/ontology/suggestions', { accept: 'text/turtle' });
    expect(await countTriples('text/turtle', turtle.text)).toBeGreaterThan(40);
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

describe('a server that is published', () => {
  const page = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' };
  let published: TestServer;

  beforeAll(async () => {
    published = await startTestServer(base, { isPublished: true });
  });

  afterAll(() => published.close());

  it.each([
    queryTarget('ASK {}'),
    '/sparql',
    `/id/paper/${key}`,
    '/ontology',
    '/void',
    '/api/papers',
    `/api/papers/${key}`,
    '/api/search?q=trees',
  ])('lets pages of other origins read %s', async (path) => {
    const { status, headers } = await send(published.url, path, { headers: page });
    expect(status).toBe(200);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).toContain('ETag');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it('lets them see why they are refused', async () => {
    const refused = await send(published.url, queryTarget('SELECT'), { headers: page });
    expect(problemOf(refused)).toMatchObject({ code: 'graph/invalid-query' });
    expect(refused.headers['access-control-allow-origin']).toBe('*');
  });

  it('answers a preflight request with what is read only', async () => {
    const preflight = (path: string) => send(published.url, path, { method: 'OPTIONS', headers: page });
    expect(await preflight('/sparql')).toMatchObject({ status: 204 });
    expect((await preflight('/sparql')).headers['access-control-allow-methods']).toBe('GET, HEAD, POST, OPTIONS');
    expect((await preflight('/api/papers')).headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS');
  });

  it.each([
    ['POST', '/api/ask'],
    ['OPTIONS', '/api/ask'],
    ['POST', '/api/papers'],
    ['DELETE', '/api/runs/x'],
    ['GET', '/api/answers/x'],
    ['GET', '/papers'],
  ])('stays closed to them for %s %s', async (method, path) => {
    const response = await send(published.url, path, { method, headers: page });
    expect(problemOf(response)).toMatchObject({ status: 403, code: 'api/origin-refused' });
    expect(response.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('still answers under its own name only', async () => {
    const response = await send(published.url, '/sparql', { headers: { ...page, host: 'evil.example' } });
    expect(problemOf(response)).toMatchObject({ status: 421, code: 'api/host-refused' });
  });
});
