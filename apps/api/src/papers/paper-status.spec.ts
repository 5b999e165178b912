import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Answer, Hit, Paper, type Problem } from '@askg/contract';
import { isSealed } from '@askg/corpus';
import { send, type HttpResponse } from '../testing/http-client.ts';
import { browser } from '../testing/requests.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { PaperStatus } from './paper-status.ts';

const json = { 'content-type': 'application/json' };
const retracted = { status: 'retracted', date: '2021-03-04', notice: '10.1/notice', reason: 'Data <b>made up</b>' };

let server: TestServer;
let curator: Record<string, string>;

beforeAll(async () => {
  server = await startTestServer('https://kg.example.org/id/');
  const { secret } = server.corpus.keys.add({ label: 'the librarian', scopes: ['curate'] });
  curator = { ...json, authorization: `Bearer ${secret}` };
});
afterAll(() => server.close());

const get = (target: string, headers: Record<string, string> = {}): Promise<HttpResponse> =>
  send(server.url, target, { headers });
const put = (target: string, body: unknown, headers: Record<string, string> = curator): Promise<HttpResponse> =>
  send(server.url, target, { method: 'PUT', headers, body: JSON.stringify(body) });
const codeOf = ({ status, text }: HttpResponse): [number, string] => [status, (JSON.parse(text) as Problem).code];
const clear = (): Promise<HttpResponse> => put(`/api/papers/${server.key}/status`, { status: 'none' });

describe('the status of a paper over HTTP', () => {
  it('is said with a key for it, and told with the paper, its parts and its list', async () => {
    const path = `/api/papers/${server.key}/status`;
    const page = `/id/paper/${server.key}`;
    const before = await get(page, { accept: browser });
    const set = await put(path, retracted);
    expect(set.status).toBe(200);
    const told = PaperStatus.parse(JSON.parse(set.text));
    expect(told).toMatchObject({
      key: server.key,
      status: { ...retracted, notice: 'https://doi.org/10.1/notice', source: 'by hand' },
      history: [{ status: 'retracted', work: `key:${server.key}` }],
    });
    expect(JSON.parse((await get(path)).text)).toEqual(told);
    expect(Paper.parse(JSON.parse((await get(`/api/papers/${server.key}`)).text)).status?.status).toBe('retracted');
    const papers = Paper.array().parse(JSON.parse((await get('/api/papers')).text));
    expect(papers.filter(({ status }) => status !== undefined).map(({ key }) => key)).toEqual([server.key]);
    const after = await get(page, { accept: browser, 'if-none-match': String(before.headers.etag) });
    expect(after.status).toBe(200);
    expect(after.text).toContain('This paper was retracted.');
    expect(after.text).toContain('href="https://doi.org/10.1/notice"');
    expect(after.text).toContain('Data &lt;b&gt;made up&lt;/b&gt;');
    expect((await get(`${page}/s1`, { accept: browser })).text).toContain('This paper was retracted.');
    expect((await get('/papers', { accept: browser })).text).toContain('<span class="standing retracted">');
    const graph = await get(`/id/graph/status/${server.key}`, { accept: 'application/n-quads' });
    expect(graph.text).toContain('ddm#status-retracted>');
    expect((await clear()).status).toBe(200);
    expect((await get(page, { accept: browser })).text).not.toContain('This paper was retracted.');
    expect(codeOf(await get(`/id/graph/status/${server.key}`))).toEqual([404, 'api/not-found']);
  });

  it('is told of the works that a paper cites', async () => {
    const document = await get(`/id/paper/${server.key}`, { accept: browser });
    expect(document.text).not.toContain('Not in good standing');
    const works = [{ works: ['doi:10.2/oaks'], said: { status: 'retracted' } as const }];
    server.corpus.statuses.record(works, 'feed');
    await server.corpus.statuses.follow('feed');
    const cited = [...(await server.corpus.statuses.citedBy(server.key)).keys()];
    expect(cited).not.toEqual([]);
    const { text } = await get(`/id/paper/${server.key}`, { accept: browser });
    expect(text).toContain(`Not in good standing: <a href="#${cited[0]}">`);
    expect(text).toContain('<span class="standing retracted">retracted</span>');
  });

  it('is refused to those who may not say it, and for what cannot be', async () => {
    const path = `/api/papers/${server.key}/status`;
    const { secret } = server.corpus.keys.add({ label: 'a reader' });
    expect(codeOf(await put(path, retracted, json))).toEqual([401, 'api/key-needed']);
    expect(codeOf(await put(path, retracted, { ...json, authorization: `Bearer ${secret}` }))).toEqual([
      403,
      'api/not-allowed',
    ]);
    expect(codeOf(await put(path, { status: 'gone' }))).toEqual([400, 'api/bad-request']);
    expect(codeOf(await put(path, { status: 'retracted', colour: 'red' }))).toEqual([400, 'api/bad-request']);
    expect(codeOf(await put(path, { status: 'retracted', date: '2021-02-30' }))).toEqual([
      400,
      'corpus/invalid-status',
    ]);
    expect(codeOf(await put(path, { status: 'retracted', notice: 'javascript:1' }))).toEqual([
      400,
      'corpus/invalid-status',
    ]);
    expect(codeOf(await put('/api/papers/10.1_none/status', retracted))).toEqual([404, 'api/not-found']);
    expect(codeOf(await put(`/api/papers/${server.removedKey}/status`, retracted))).toEqual([410, 'corpus/removed']);
    const plain = { ...curator, 'content-type': 'text/plain' };
    expect(codeOf(await put(path, retracted, plain))).toEqual([415, 'api/unsupported-media-type']);
    const evil = { ...curator, origin: 'https://evil.example' };
    expect(codeOf(await put(path, retracted, evil))).toEqual([403, 'api/origin-refused']);
    expect(codeOf(await send(server.url, path, { method: 'DELETE', headers: curator }))).toEqual([
      405,
      'api/method-not-allowed',
    ]);
    expect((await get(path)).text).not.toContain('"status":{');
  });

  it('of another collection is neither told nor said', async () => {
    server.corpus.collections.add('second', ['10.1/second']);
    const key = server.corpus.keys.add({ label: 'of the second', collections: ['second'], scopes: ['curate'] });
    const limited = { ...json, authorization: `Bearer ${key.secret}` };
    expect(codeOf(await put(`/api/papers/${server.key}/status`, retracted, limited))).toEqual([404, 'api/not-found']);
    expect(codeOf(await get(`/api/papers/${server.key}/status`, limited))).toEqual([404, 'api/not-found']);
    expect((await put('/api/papers/10.1_second/status', retracted, limited)).status).toBe(200);
    await put('/api/papers/10.1_second/status', { status: 'none' });
  });
});

describe('an answer that is kept', () => {
  it('shows what has become of its papers since, and stays as it was sealed', async () => {
    const asked = { question: 'Which package makes maps?', stream: false };
    const { text } = await send(server.url, '/api/ask', { method: 'POST', headers: json, body: JSON.stringify(asked) });
    const answer = Answer.parse(JSON.parse(text));
    const page = await get(`/a/${answer.id}`, { accept: browser });
    expect(page.text).not.toContain('Since this answer was given');
    const markdown = await get(`/api/answers/${answer.id}?format=markdown`);
    await put(`/api/papers/${server.key}/status`, retracted);
    const later = await get(`/a/${answer.id}`, { accept: browser, 'if-none-match': String(page.headers.etag) });
    expect(later.text).toContain('Since this answer was given');
    expect(later.text).toContain('retracted now, in good standing then');
    expect(later.text).toContain('<span class="standing retracted">retracted</span>');
    const kept = await get(`/api/answers/${answer.id}`);
    expect(JSON.parse(kept.text)).toEqual(answer);
    expect(isSealed(answer)).toBe(true);
    const beside = String(kept.headers['askg-statuses']);
    expect(JSON.parse(beside)).toMatchObject([[server.key, { status: 'retracted' }]]);
    expect(beside).not.toContain('reason');
    const told = await get(`/api/answers/${answer.id}?format=markdown`, {
      'if-none-match': String(markdown.headers.etag),
    });
    expect(told.text).toContain(' (retracted)');
    await clear();
    expect((await get(`/a/${answer.id}`, { accept: browser })).text).not.toContain('Since this answer was given');
  });
});

describe('a search', () => {
  it('tells of each passage whether its paper is in good standing', async () => {
    const { text: before } = await get('/api/search?q=maps');
    const [hit] = Hit.array().parse(JSON.parse(before));
    expect(hit).not.toHaveProperty('status');
    await put(`/api/papers/${hit?.paper}/status`, retracted);
    const [now] = Hit.array().parse(JSON.parse((await get('/api/search?q=maps')).text));
    expect(now?.status).toMatchObject({ status: 'retracted' });
    await put(`/api/papers/${hit?.paper}/status`, { status: 'none' });
  });
});
