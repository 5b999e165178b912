import { createServer, type RequestListener, type Server } from 'node:http';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FolderFeed } from '../oxigraph/folder-feed.ts';
import { OxigraphPool } from '../oxigraph/pool.ts';
import type { QueryOptions } from '../store.ts';
import { FederatedStore, type FederatedStoreOptions } from './federated-store.ts';

const base = 'http://example.org/';
const folders: string[] = [];
const servers: Server[] = [];
/** So many that Comunica asks for them in several requests. */
const numbers = Array.from({ length: 300 }, (_, n) => `<${base}n${n}> <${base}number> "${n}"`);
let local: OxigraphPool;
let remote: OxigraphPool;
let endpoint: string;

async function openPool(graphs: Record<string, string[]>): Promise<OxigraphPool> {
  const folder = await mkdtemp(join(tmpdir(), 'askg-federation-'));
  folders.push(folder);
  const feed = new FolderFeed(folder);
  for (const [name, triples] of Object.entries(graphs)) {
    await feed.put(`${base}${name}`, triples.map((triple) => `${triple} <${base}${name}> .\n`).join(''));
  }
  const feedModule = new URL('../oxigraph/folder-feed.ts', import.meta.url);
  const pool = new OxigraphPool({ folder, feed, now: () => performance.now(), engines: 1, feedModule });
  await pool.start();
  return pool;
}

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`;
}

/** A SPARQL endpoint over a pool, as small as the protocol lets it be. */
const serve =
  (pool: OxigraphPool): RequestListener =>
  async (request, response) => {
    const inAddress = new URL(request.url ?? '', 'http://x').searchParams.get('query');
    const posted = new URLSearchParams(await readText(request)).get('query');
    const query = inAddress ?? posted;
    if (query === null) return response.writeHead(404).end();
    const accept = 'application/sparql-results+json, application/n-triples';
    const result = await pool.query(query, { accept });
    return response.writeHead(200, { 'content-type': result.mediaType }).end(result.body);
  };

beforeAll(async () => {
  local = await openPool({
    a: [`<${base}p1> <${base}title> "One"`, `<${base}p1> <${base}doi> "10.1/one"`],
    b: [`<${base}p2> <${base}title> "Two"`, `<${base}p2> <${base}doi> "10.1/two"`, ...numbers],
  });
  remote = await openPool({
    counts: [
      `<http://other.org/w1> <http://other.org/doi> "10.1/one"`,
      `<http://other.org/w1> <http://other.org/citedBy> "17"^^<http://www.w3.org/2001/XMLSchema#integer>`,
      `<http://other.org/w2> <http://other.org/doi> "10.1/two"`,
      `<http://other.org/w2> <http://other.org/name> "Zwei"@de`,
      ...numbers,
    ],
  });
  endpoint = await listen(serve(remote));
});

afterAll(async () => {
  await local.close();
  await remote.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  for (const folder of folders) await rm(folder, { recursive: true });
});

function open(options: Partial<FederatedStoreOptions> = {}): FederatedStore {
  return new FederatedStore(local, {
    services: new Set([endpoint]),
    isPrivateAllowed: true,
    now: () => performance.now(),
    deadlineMs: 20_000,
    limits: { rows: 1000, bytes: 1_000_000 },
    ...options,
  });
}

const joined = (service: string): string =>
  `SELECT ?title ?count { ?paper <${base}title> ?title ; <${base}doi> ?doi .
     SERVICE <${service}> { ?work <http://other.org/doi> ?doi ; <http://other.org/citedBy> ?count } }`;

async function ask(store: FederatedStore, query: string, options?: QueryOptions): Promise<unknown> {
  const { body } = await store.query(query, { format: 'json', ...options });
  return JSON.parse(body as string);
}

describe('a query with SERVICE', () => {
  it('joins what this graph says with what the other endpoint says', async () => {
    const { rows, commit, mediaType, body } = await open().query(joined(endpoint), { format: 'csv' });
    expect({ rows, commit, mediaType, body }).toEqual({
      rows: 1,
      commit: 2,
      mediaType: 'text/csv',
      body: 'title,count\r\nOne,17\r\n',
    });
  });

  it('asks an endpoint whatever its address looks like, and whatever it says there of itself', async () => {
    const answer = serve(remote);
    const root = await listen((request, response) => {
      const isQuery = request.method === 'POST' || request.url?.includes('query=');
      if (isQuery) answer(request, response);
      else response.writeHead(200, { 'content-type': 'text/turtle' }).end('<http://e/> a <http://e/Service> .');
    });
    const service = root.replace('/sparql', '/data/7');
    const { body } = await open({ services: new Set([service]) }).query(joined(service), { format: 'csv' });
    expect(body).toBe('title,count\r\nOne,17\r\n');
  });

  it('asks an endpoint whose address has parameters, however short the query is', async () => {
    const service = `${endpoint}?key=1`;
    const query = `SELECT ?n { SERVICE <${service}> { ?w <http://other.org/citedBy> ?n } }`;
    const { body } = await open({ services: new Set([service]) }).query(query, { format: 'csv' });
    expect(body).toBe('n\r\n17\r\n');
  });

  it('answers ASK, CONSTRUCT and OPTIONAL, with languages and types kept', async () => {
    const pattern = `?p <${base}doi> ?doi . SERVICE <${endpoint}> { ?w <http://other.org/doi> ?doi ; <http://other.org/name> ?n }`;
    expect(await ask(open(), `ASK { ${pattern} }`)).toEqual({ head: {}, boolean: true });
    const { body } = await open().query(`CONSTRUCT { ?p <${base}name> ?n } WHERE { ${pattern} }`, { format: 'turtle' });
    expect(body).toBe(`<${base}p2> <${base}name> "Zwei"@de .\n`);
    const optional = `SELECT ?title ?n { ?p <${base}title> ?title ; <${base}doi> ?doi .
      OPTIONAL { SERVICE <${endpoint}> { ?w <http://other.org/doi> ?doi ; <http://other.org/name> ?n } } } ORDER BY ?title`;
    expect(await ask(open(), optional)).toMatchObject({
      results: {
        bindings: [
          { title: { type: 'literal', value: 'One' } },
          { title: { type: 'literal', value: 'Two' }, n: { type: 'literal', value: 'Zwei', 'xml:lang': 'de' } },
        ],
      },
    });
  });

  it('reads of this graph what the caller may read', async () => {
    const readable = new Set([`${base}b`]);
    expect(await ask(open(), joined(endpoint), { readable })).toMatchObject({ results: { bindings: [] } });
  });

  it('looks for the graphs of FROM here, and not at the other endpoint', async () => {
    const from = (clauses: string): string => joined(endpoint).replace(' {', ` ${clauses} {`);
    for (const [clauses, rows] of [
      [`FROM <${base}a>`, 1],
      [`FROM <${base}b> # <${base}a>\n`, 0],
      [`FROM <${base}a> FROM <${base}b> FROM NAMED <${base}a>`, 1],
      [`FROM NAMED <${base}a>`, 0],
    ] as const) {
      expect(await open().query(from(clauses))).toMatchObject({ rows });
    }
    const graphs = { default: [`${base}b`], named: [] };
    expect(await open().query(from(`FROM <${base}a>`), { graphs })).toMatchObject({ rows: 0 });
    const unknown = open().query(from(`FROM <${base}a> FROM <${base}c>`));
    await expect(unknown).rejects.toMatchObject({ code: 'graph/unknown-graph' });
    const unreadable = open().query(from(`FROM <${base}a>`), { readable: new Set([`${base}b`]) });
    await expect(unreadable).rejects.toMatchObject({ code: 'graph/unknown-graph' });
  });

  it('is refused where SERVICE stands in EXISTS, and answered where it stands in MINUS', async () => {
    const service = `SERVICE <${endpoint}> { ?work <http://other.org/doi> ?doi ; <http://other.org/citedBy> ?count }`;
    for (const operator of ['EXISTS', 'NOT EXISTS']) {
      const query = `SELECT ?title { ?p <${base}title> ?title ; <${base}doi> ?doi FILTER(1 = 2 || ${operator} { ${service} }) }`;
      await expect(open().query(query)).rejects.toMatchObject({ code: 'graph/query-failed' });
    }
    const minus = `SELECT ?title { ?p <${base}title> ?title ; <${base}doi> ?doi MINUS { ${service} } }`;
    expect((await open().query(minus, { format: 'csv' })).body).toBe('title\r\nTwo\r\n');
  });

  it('is refused when its result is longer than allowed', async () => {
    const query = `SELECT * { ?paper <${base}doi> ?doi . SERVICE <${endpoint}> { ?work <http://other.org/doi> ?doi } }`;
    await expect(open().query(query, { limits: { rows: 1 } })).rejects.toMatchObject({ code: 'graph/too-many-rows' });
  });

  it('leaves queries without SERVICE to the store below', async () => {
    const { rows } = await open().query(`SELECT ?service { ?service <${base}title> ?t }`);
    expect(rows).toBe(2);
  });
});

describe('clients', () => {
  it('have one query with SERVICE under way each, and all together as many as may be', async () => {
    const silent = await listen(() => undefined);
    const store = open({ services: new Set([silent]), requestMs: 1500 });
    const codes = await Promise.all(
      ['a', 'a', 'b', 'c'].map((client) =>
        store.query(joined(silent), { client }).catch((error: unknown) => (error as { code: string }).code),
      ),
    );
    expect(codes).toEqual(['graph/service-failed', 'graph/client-busy', 'graph/service-failed', 'graph/busy']);
  });
});

describe('a machine that can begin no process', () => {
  it('is told to the client, and holds no place for the next query', async () => {
    const script = fileURLToPath(new URL('testing/starved-queries.ts', import.meta.url));
    const run = `ulimit -n 80; exec "${process.execPath}" --conditions=source --disable-warning=ExperimentalWarning "${script}"`;
    const { stdout } = await promisify(execFile)('sh', ['-c', run]);
    expect(stdout).toBe('graph/engine-lost graph/engine-lost graph/engine-lost\n');
  });
});

describe('what a SERVICE cannot reach', () => {
  it('is any endpoint that is not listed, and any variable one', async () => {
    for (const service of ['<http://127.0.0.1:1/other>', '?anywhere', `<${endpoint}/../admin>`]) {
      const query = `SELECT * { ?s <${base}doi> ?doi . { SERVICE SILENT ${service} { ?s ?p ?doi } } }`;
      await expect(open().query(query)).rejects.toMatchObject({ code: 'graph/service-refused' });
    }
  });

  it('is this machine and private networks, by address or by name, unless the operator says so', async () => {
    const named = endpoint.replace('127.0.0.1', 'localhost');
    const store = open({ services: new Set([endpoint, named]), isPrivateAllowed: false });
    await expect(store.query(joined(endpoint))).rejects.toMatchObject({ code: 'graph/service-refused' });
    await expect(store.query(joined(named))).rejects.toMatchObject({
      message: expect.stringContaining('not an address of the public internet'),
    });
  });

  it('is where a redirect leads', async () => {
    let visits = 0;
    const target = await listen((_request, response) => {
      visits += 1;
      response.end();
    });
    const redirecting = await listen((_request, response) => response.writeHead(307, { location: target }).end());
    const store = open({ services: new Set([redirecting, target]) });
    await expect(store.query(joined(redirecting))).rejects.toMatchObject({ code: 'graph/service-failed' });
    expect(visits).toBe(0);
  });
});

describe('an endpoint that misbehaves', () => {
  it('ends the query when it sends too much, packed or not', async () => {
    const flood = gzipSync(Buffer.alloc(4_000_000, ' '));
    const bomb = await listen((_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/sparql-results+json', 'content-encoding': 'gzip' })
        .end(flood),
    );
    const store = open({ services: new Set([bomb]), bytes: 1_000_000 });
    await expect(store.query(joined(bomb))).rejects.toMatchObject({ code: 'graph/service-failed' });
  });

  it('is named when it answers with an error', async () => {
    const broken = await listen((_request, response) => response.writeHead(500).end('broken'));
    await expect(open({ services: new Set([broken]) }).query(joined(broken))).rejects.toMatchObject({
      code: 'graph/service-failed',
      message: expect.stringContaining(`${broken} answered with status 500`),
    });
  });

  it('ends the query when it would have to be asked too often', async () => {
    const query = `SELECT * { ?p <${base}number> ?n . SERVICE <${endpoint}> { ?q <${base}number> ?n } }`;
    const { rows } = await open().query(query);
    expect(rows).toBe(numbers.length);
    await expect(open({ requests: 3 }).query(query)).rejects.toMatchObject({
      code: 'graph/service-failed',
      message: expect.stringContaining('more than 3 requests'),
    });
  });

  it('ends the query when it is silent, or is left out when the query says so', async () => {
    const silent = await listen(() => undefined);
    const store = open({ services: new Set([silent]), requestMs: 300 });
    await expect(store.query(joined(silent))).rejects.toMatchObject({ code: 'graph/service-failed' });
    const lenient = `SELECT ?t { ?p <${base}title> ?t SERVICE SILENT <${silent}> { ?a ?b ?c } }`;
    expect(await ask(store, lenient)).toMatchObject({ results: { bindings: [{}, {}] } });
  });

  it('cannot hold a query beyond its deadline, nor after the client has gone', async () => {
    const silent = await listen(() => undefined);
    const store = open({ services: new Set([silent]) });
    await expect(store.query(joined(silent), { deadlineMs: 1500 })).rejects.toMatchObject({ code: 'graph/timeout' });
    const gone = store.query(joined(silent), { signal: AbortSignal.timeout(100) });
    await expect(gone).rejects.toMatchObject({ code: 'graph/cancelled' });
  });
});
