import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AppModule, type Foundations } from '../app.module.ts';
import { send, type HttpRequest, type HttpResponse } from '../testing/http-client.ts';
import { secret, startTwoCollections } from '../testing/two-collections.ts';

// The server of these tests has all its real parts.
jest.setTimeout(60_000);

type Asked = { target: string } & Pick<HttpRequest, 'method' | 'headers' | 'body'>;

let server: Awaited<ReturnType<typeof startTwoCollections>>;
let [full, restricted] = ['', ''];

beforeAll(async () => {
  server = await startTwoCollections('none');
  full = server.corpus.keys.add({ label: 'reads all' }).secret;
  restricted = server.corpus.keys.add({ label: 'reads the open papers', collections: ['open'] }).secret;
}, 120_000);
afterAll(() => server.close());

function ask(key: string, { target, headers, ...rest }: Asked): Promise<HttpResponse> {
  return send(server.url, target, {
    ...rest,
    headers: { host: 'localhost', ...headers, authorization: `Bearer ${key}` },
  });
}

/** All that a client is told. */
const told = ({ status, headers, text }: HttpResponse): string => `${status} ${JSON.stringify(headers)} ${text}`;

const html = { accept: 'text/html' };
const json = { 'content-type': 'application/json' };
const get = (target: string, headers?: Record<string, string>): Asked => ({ target, ...(headers ? { headers } : {}) });
const query = (text: string, format = 'application/sparql-results+json', path = '/sparql'): Asked => ({
  target: path,
  method: 'POST',
  headers: { 'content-type': 'application/sparql-query', accept: format },
  body: `PREFIX ddm: <https://w3id.org/askg/ddm#> PREFIX dcterms: <http://purl.org/dc/terms/> ${text}`,
});
const question = (text: string, more: object = {}): Asked => ({
  target: '/api/ask',
  method: 'POST',
  headers: json,
  body: JSON.stringify({ question: text, stream: false, ...more }),
});
const graph = 'text/turtle';

/** Requests that name nothing closed, and whose answer to whoever may read everything tells of the closed paper. */
const sweeps: Record<string, Asked> = {
  'all triples': query('SELECT * { ?s ?p ?o }'),
  'all graphs': query('SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }'),
  'all triples of all graphs': query('SELECT * { GRAPH ?g { ?s ?p ?o } }'),
  'a path of any length and any property': query('SELECT * { ?s (<x:y>|!<x:y>)* ?o }'),
  'a path of no length': query('SELECT * { ?s <x:y>? ?o }'),
  'a path within any graph': query('SELECT * { GRAPH ?g { ?s (<x:y>|!<x:y>)+ ?o } }'),
  'an inverse path': query('SELECT * { ?paper ^ddm:person|^dcterms:references|^ddm:hasContribution ?o . ?o ?p ?v }'),
  'a description of everything': query('DESCRIBE ?s { ?s a ddm:Paper }', graph),
  'a description from a person outwards': query('DESCRIBE ?s ?o { ?s ?p ?o FILTER(ISIRI(?o)) }', graph),
  'a construction': query('CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } }', graph),
  'a subquery with an aggregate': query('SELECT * { { SELECT (GROUP_CONCAT(STR(?o)) AS ?all) { ?s ?p ?o } } }'),
  'a union, an option and a difference': query(
    'SELECT * { { ?s a ddm:Paper } UNION { GRAPH ?g { ?s a ddm:Paper } } OPTIONAL { ?s dcterms:title ?t } MINUS { ?s a <x:y> } }',
  ),
  'what exists in another graph': query('SELECT * { ?s ?p ?o FILTER EXISTS { GRAPH ?g { ?s ?p ?o } } }'),
  'a query by GET': get(`/sparql?query=${encodeURIComponent('SELECT * { ?s ?p ?o }')}`),
  'a query in a form': {
    target: '/sparql',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `query=${encodeURIComponent('SELECT * { GRAPH ?g { ?s ?p ?o } }')}`,
  },
  'the page of a query': get(`/sparql?query=${encodeURIComponent('SELECT * { ?s ?p ?o }')}`, html),
  'the description of the endpoint': get('/sparql', { accept: graph }),
  'the description of the data': get('/void', { accept: graph }),
  'the list of papers': get('/api/papers'),
  'the page of papers': get('/papers', html),
  'a search by words': get('/api/search?q=trees%20shade%20grow&k=100'),
  'a question for papers': question('Which papers are there?'),
  'a question for people': question('Who wrote papers?'),
  'a question for what cites': question('Which papers cite "How mosses grow"?'),
  'a question for the papers of a person': question('What did Ada Okonkwo-Lindqvist write?'),
  'a question for how often it is cited': question('How many papers cite "How mosses grow"?'),
  'a question for the person across papers': question('How many papers did Ada Okonkwo-Lindqvist write?'),
  'a question for text': question('What grows in the shade of tall trees?', { mode: 'retrieve' }),
  'the events of a question': question('What do trees feed?', { stream: true }),
  'the graph of links': get('/id/graph/links', { accept: graph }),
  'the graph of people': get('/id/graph/people', { accept: graph }),
};

/** Requests that tell little or nothing of papers to anybody. */
const plain: Record<string, Asked> = {
  'the first page': get('/', html),
  'the page of the endpoint': get('/sparql', html),
  'the description of the endpoint': get('/sparql', { accept: graph }),
  'the description of the data': get('/void', { accept: graph }),
  'the vocabulary': get('/ontology', { accept: graph }),
  'the suggestions of the vocabulary': get('/ontology/suggestions'),
  'the context of JSON-LD': get('/ontology/context.jsonld'),
  'the shapes of the vocabulary': get('/ontology/shapes'),
  'the word to robots': get('/robots.txt'),
  'the description of the interface': get('/api/openapi.json'),
  'whether it lives': get('/health/live'),
  'whether it is ready': get('/health/ready'),
  'the graph of entities': get('/id/graph/entities', { accept: graph }),
  'a collection that may be read': query('SELECT * { GRAPH ?g { ?s ?p ?o } }', undefined, '/sparql/open'),
  'the papers of a collection that may be read': get('/api/papers?collection=open'),
};

/** Requests that name something closed, to compare with the same requests for what does not exist. */
const probes: Record<string, (name: string) => Asked> = {
  'the paper': (name) => get(`/id/paper/10.1_a-${name}`, html),
  'the paper as data': (name) => get(`/id/paper/10.1_a-${name}`, { accept: graph }),
  'a sentence': (name) => get(`/id/paper/10.1_a-${name}/s1/p1/t1`, { accept: graph }),
  'another name of the paper': (name) => get(`/id/paper/doi:10.1%2Fa-${name}`),
  'its graph': (name) => get(`/id/graph/10.1_a-${name}`, { accept: graph }),
  'suggestions about it': (name) => get(`/id/graph/enriched/10.1_a-${name}`, { accept: graph }),
  'its graph of statuses': (name) => get(`/id/graph/status/10.1_a-${name}`, { accept: graph }),
  'what became of it': (name) => get(`/api/papers/10.1_a-${name}/status`),
  'saying what became of it': (name) => ({
    target: `/api/papers/10.1_a-${name}/status`,
    method: 'PUT',
    headers: json,
    body: JSON.stringify({ status: 'retracted' }),
  }),
  'a person in it': (name) => get(`/id/person/10.1_a-${name}/person2`, { accept: graph }),
  'an entity in it': (name) => get(`/id/entity/10.1_a-${name}/ent1`, { accept: graph }),
  'the state of the paper': (name) => get(`/api/papers/10.1_a-${name}`),
  'the state by an identifier': (name) => get(`/api/papers/doi:10.1%2Fa-${name}`),
  'a search in it': (name) => get(`/api/search?q=trees&paper=10.1_a-${name}`),
  'a question to it': (name) => question('What do trees feed?', { paper: `10.1_a-${name}` }),
  'a page that asks it': (name) => get(`/?paper=10.1_a-${name}`, html),
  'a page of a question to it': (name) => get(`/ask?q=trees&paper=10.1_a-${name}`, html),
  'FROM its graph': (name) => query(`SELECT * FROM <http://localhost:3000/id/graph/10.1_a-${name}> { ?s ?p ?o }`),
  'FROM NAMED its graph': (name) =>
    query(`SELECT * FROM NAMED <http://localhost:3000/id/graph/10.1_a-${name}> { GRAPH ?g { ?s ?p ?o } }`),
  'the default graph of the protocol': (name) =>
    get(`/sparql?default-graph-uri=http://localhost:3000/id/graph/10.1_a-${name}&query=SELECT*{?s%20?p%20?o}`),
  'a named graph of the protocol': (name) =>
    get(
      `/sparql?named-graph-uri=http://localhost:3000/id/graph/10.1_a-${name}&query=SELECT*{graph%20?g{?s%20?p%20?o}}`,
    ),
  'GRAPH of its graph': (name) => query(`ASK { GRAPH <http://localhost:3000/id/graph/10.1_a-${name}> { ?s ?p ?o } }`),
  'a description of it': (name) => query(`DESCRIBE <http://localhost:3000/id/paper/10.1_a-${name}>`, graph),
  'a path from it': (name) => query(`SELECT ?o { <http://localhost:3000/id/paper/10.1_a-${name}> (<x:y>|!<x:y>)+ ?o }`),
  'its words': (name) => query(`ASK { ?s ?p ?o FILTER(CONTAINS(STR(?o), "${name}")) }`),
};

/** Routes that are tried below, and those that say nothing of papers: styles, scripts, and the end of a run. */
const elsewhere = new Set([
  '/api/answers/:id',
  '/api/answers/:id/diff',
  '/api/answers/:id/rerun',
  '/api/feedback',
  '/a/:id',
  '/a/:id/rerun',
  '/a/:id/feedback',
  '/assets/:name',
  '/api/runs/:run',
  '/.well-known/void',
]);

/** The paths of all routes, as the controllers declare them. */
function routes(): string[] {
  const pathsOf = (declared: object): string[] => [Reflect.getMetadata('path', declared) as string | string[]].flat();
  const { controllers = [] } = AppModule.over({} as Foundations);
  return controllers.flatMap((controller) =>
    Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object))
      .filter(
        ({ value }) =>
          value !== controller && typeof value === 'function' && Reflect.hasMetadata('path', value as object),
      )
      .flatMap(({ value }) =>
        pathsOf(controller).flatMap((prefix) =>
          pathsOf(value as object).map((path) => `/${prefix}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1')),
        ),
      ),
  );
}

describe('a key for some papers', () => {
  it.each(Object.keys(sweeps))('learns nothing of others from %s, which tells whoever may read them', async (name) => {
    const asked = sweeps[name] ?? get('/');
    expect(told(await ask(full, asked))).toMatch(new RegExp(secret, 'i'));
    const response = await ask(restricted, asked);
    expect(told(response)).not.toMatch(new RegExp(secret, 'i'));
    expect(response.status).toBe(name.startsWith('the graph of') ? 404 : 200);
  });

  it.each(Object.keys(plain))('learns nothing of others from %s', async (name) => {
    expect(told(await ask(restricted, plain[name] ?? get('/')))).not.toMatch(new RegExp(secret, 'i'));
  });

  it.each(Object.keys(probes))('cannot tell from %s whether there is such a paper', async (name) => {
    const probe = probes[name] ?? get;
    // What differs by itself: the trace of a request, its time, ids, and the name that the request gave.
    const comparable = ({ status, headers, text }: HttpResponse) => [
      status,
      headers['content-type'],
      headers['location']?.replace(/\/a\/[\w-]+/, ''),
      text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id').replaceAll(/(quokka|wombat)/g, 'name'),
    ];
    const existing = comparable(await ask(restricted, probe(secret)));
    expect(existing).toEqual(comparable(await ask(restricted, probe('wombat'))));
  });

  it.each([
    ['another name', `/id/paper/pmid:4711`],
    ['a source', () => `/id/source/${server.corpus.paper(server.closed)?.source}`],
    ['a collection', '/sparql/closed?query=ASK{}'],
    ['a collection to search', '/api/search?q=trees&collection=closed'],
    ['a collection to list', '/api/papers?collection=closed'],
  ])('does not find what has no name of a paper in it: %s', async (_, target) => {
    const address = typeof target === 'string' ? target : target();
    expect((await ask(restricted, get(address))).status).toBe(404);
    expect((await ask(full, get(address))).status).toBeLessThan(400);
  });

  it('cannot have the graph of another paper shown as a revision of its own', async () => {
    const digest = server.corpus.paper(server.closed)?.graphDigest;
    const response = await ask(restricted, get(`/id/paper/${server.open}?revision=${digest}`, { accept: graph }));
    expect(response.text).toContain('How mosses grow');
    expect(response.text).not.toContain(secret);
  });

  it('does not find an answer that was sought in all papers, but does its own', async () => {
    const idOf = async (key: string) =>
      (JSON.parse((await ask(key, question('What do trees feed?'))).text) as { id: string }).id;
    const [ofAll, own] = [await idOf(full), await idOf(restricted)];
    for (const path of ['/api/answers', '/a']) {
      expect((await ask(full, get(`${path}/${ofAll}`))).status).toBe(200);
      expect((await ask(restricted, get(`${path}/${ofAll}`))).status).toBe(404);
      expect((await ask(restricted, get(`${path}/${own}`))).status).toBe(200);
      expect((await ask(full, get(`${path}/${own}`))).status).toBe(200);
    }
  });

  it('learns nothing of others by asking its own question again, by comparing, or by what it says of answers', async () => {
    const answerOf = async (key: string) =>
      JSON.parse((await ask(key, question('Who wrote papers?'))).text) as { id: string };
    const [ofAll, own] = [(await answerOf(full)).id, (await answerOf(restricted)).id];
    const post = (target: string, body: object): Asked => ({
      target,
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    for (const on of ['current', 'kept']) {
      expect((await ask(restricted, post(`/api/answers/${ofAll}/rerun`, { on }))).status).toBe(404);
      const response = await ask(restricted, post(`/api/answers/${own}/rerun`, { on }));
      expect([response.status, told(response)]).toEqual([200, expect.not.stringMatching(new RegExp(secret, 'i'))]);
    }
    for (const [id, other] of [
      [own, ofAll],
      [ofAll, own],
    ] as const) {
      expect((await ask(restricted, get(`/api/answers/${id}/diff?with=${other}`))).status).toBe(404);
      expect((await ask(restricted, get(`/a/${id}?against=${other}`, html))).status).toBe(404);
    }
    const judged = { judgement: 'missing', note: 'x' };
    expect((await ask(restricted, post('/api/feedback', { ...judged, answer: ofAll }))).status).toBe(404);
    const of = (name: string) => ({ iri: `http://localhost:3000/id/paper/10.1_a-${name}/s1/p1/t1` });
    const refused = await Promise.all(
      [secret, 'wombat'].map(async (name) => {
        const body = { ...judged, answer: own, expected: of(name) };
        const { status, text } = await ask(restricted, post('/api/feedback', body));
        return [status, text.replaceAll(/[0-9a-f-]{36}/g, 'id').replaceAll(name, 'name')];
      }),
    );
    expect(refused[0]).toEqual(refused[1]);
    expect(refused[0]?.[0]).toBe(400);
  });

  it('is not told that a copy holds that was given to somebody else', async () => {
    for (const asked of [get('/api/papers'), sweeps['a query by GET'] ?? get('/')]) {
      const { etag = '' } = (await ask(full, asked)).headers;
      expect(etag).not.toBe('');
      const response = await ask(restricted, { ...asked, headers: { ...asked.headers, 'if-none-match': etag } });
      expect(response.status).toBe(200);
      expect(response.headers.vary).toContain('Authorization');
    }
  });

  it('was tried on every route that the server has', () => {
    const tried = [...Object.values(sweeps), ...Object.values(plain), ...Object.values(probes).map((of) => of('x'))];
    const paths = tried.map(({ target }) => target.split('?')[0] ?? '');
    const missed = routes().filter((route) => {
      const pattern = new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/[:*]\w+/g, '.+')}$`);
      return !elsewhere.has(route) && !paths.some((each) => pattern.test(each));
    });
    expect(missed).toEqual([]);
  });
});

describe('no key, where nothing is open to everybody', () => {
  const all = [...Object.entries(sweeps), ...Object.entries(plain)];
  it.each(all)('learns nothing from %s', async (_, asked) => {
    const response = await send(server.url, asked.target, asked);
    expect(told(response)).not.toMatch(new RegExp(`${secret}|moss`, 'i'));
    const isOpen = /^\/(health|ontology|robots|api\/openapi)/.test(asked.target);
    expect(response.status).toBe(isOpen ? 200 : 401);
    expect(response.headers['www-authenticate']).toBe(isOpen ? undefined : 'Bearer realm="askg"');
  });
});

it('how much there is, only whoever may read all of it is told', async () => {
  const ready = get('/health/ready');
  const [whole, some] = [await ask(full, ready), await ask(restricted, ready)];
  expect(JSON.parse(whole.text)).toMatchObject({
    engines: [{ quads: expect.any(Number), graphs: expect.any(Number) }],
  });
  expect(some.text).not.toMatch(/quads|graphs/);
});
