import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Paper } from '@askg/contract';
import { send, type HttpRequest, type HttpResponse } from '../testing/http-client.ts';
import { countTriples } from '../testing/parsers.ts';
import { browser, problemOf } from '../testing/requests.ts';
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
      expect(accepted.headers.vary).toBe('Authorization, Accept');
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
