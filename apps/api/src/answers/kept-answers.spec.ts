import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Answer, AnswerDiff, type Problem } from '@askg/contract';
import { isSealed } from '@askg/corpus';
import { unitIri } from '@askg/ddm';
import type { ChatModel } from '@askg/inference';
import { send, type HttpRequest, type HttpResponse } from '../testing/http-client.ts';
import { browser } from '../testing/requests.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const question = 'Which package makes maps?';
const json = { 'content-type': 'application/json' };
const chat: ChatModel = { name: 'dear-model', complete: () => Promise.reject(new Error('not called here')) };
const baseIri = 'https://kg.example.org/id/';

let server: TestServer;
let own: Record<string, string>;

beforeAll(async () => {
  server = await startTestServer(baseIri);
  own = { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' };
});
afterAll(() => server.close());

const get = (target: string, headers: Record<string, string> = {}): Promise<HttpResponse> =>
  send(server.url, target, { headers });
const post = (target: string, body: unknown, headers: Record<string, string> = json, rest: HttpRequest = {}) =>
  send(server.url, target, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...rest,
  });
const codeOf = ({ status, text }: HttpResponse): [number, string] => [status, (JSON.parse(text) as Problem).code];

async function ask(more: object = {}): Promise<Answer> {
  const { text } = await post('/api/ask', { question, stream: false, ...more });
  return Answer.parse(JSON.parse(text));
}

describe('an answer that is kept', () => {
  it('is sealed, and given in each of its forms by name and by media type', async () => {
    const answer = await ask();
    expect(isSealed(answer)).toBe(true);
    const forms: [string, string, RegExp][] = [
      ['json', 'application/json', /^\{"schema"/],
      ['markdown', 'text/markdown', /^# Which package makes maps\?\n/],
      ['bibtex', 'application/x-bibtex', /^@/],
      ['ris', 'application/x-research-info-systems', /^TY {2}- /],
      ['csl', 'application/vnd.citationstyles.csl+json', /^\[\n/],
      ['jsonld', 'application/ld+json', /"@context"/],
      ['ro-crate', 'application/zip', /^PK/],
    ];
    for (const [name, mediaType, beginning] of forms) {
      const named = await get(`/api/answers/${answer.id}?format=${name}`);
      expect([named.status, named.headers['content-type']?.split(';')[0]]).toEqual([200, mediaType]);
      expect(named.text).toMatch(beginning);
      const accepted = await get(`/api/answers/${answer.id}`, { accept: mediaType });
      expect(accepted.text).toBe(named.text);
    }
    expect(codeOf(await get(`/api/answers/${answer.id}?format=docx`))).toEqual([400, 'api/unknown-format']);
    expect(codeOf(await get(`/api/answers/${answer.id}`, { accept: 'image/png' }))).toEqual([
      406,
      'api/not-acceptable',
    ]);
    const { text: page } = await get(`/a/${answer.id}`, { accept: browser });
    for (const [name] of forms) expect(page).toContain(`href="/api/answers/${answer.id}?format=${name}"`);
  });
});

describe('asking again', () => {
  it('asks the same in the same way, keeps the new answer, and tells what is different', async () => {
    const links = [{ phrase: 'maps', chosen: 'https://a.example/maps' }];
    const { id } = await ask();
    const before = server.corpus.answers.require(id);
    server.corpus.answers.put({
      ...before,
      mode: 'retrieve',
      settings: { paper: server.key, links, ways: 'text', model: 'none' },
    });
    const response = await post(`/api/answers/${id}/rerun`, {});
    expect(response.status).toBe(200);
    const told = JSON.parse(response.text) as { diff: unknown; answer: unknown };
    const [diff, answer] = [AnswerDiff.parse(told.diff), Answer.parse(told.answer)];
    expect(server.questions.asked.at(-1)).toMatchObject({
      question,
      mode: 'retrieve',
      ways: 'text',
      papers: [server.key],
      choices: [{ phrase: 'maps', iri: 'https://a.example/maps' }],
    });
    expect(answer).toMatchObject({ rerunOf: id });
    expect(diff).toMatchObject({ same: true, from: { id }, to: { id: answer.id } });
    expect(JSON.parse((await get(String(response.headers['content-location']))).text)).toEqual(answer);
    const { text } = await get(`/api/answers/${id}/diff?with=${answer.id}`);
    expect(AnswerDiff.parse(JSON.parse(text))).toEqual(diff);
  });

  it('needs what asking needs', async () => {
    const { id } = await ask();
    server.questions.chat = chat;
    try {
      const proxied = { ...json, via: '1.1 elsewhere' };
      const refused = await post(`/api/answers/${id}/rerun`, { model: 'dear-model' }, proxied);
      expect(codeOf(refused)).toEqual([403, 'api/model-refused']);
      expect(codeOf(await post(`/api/answers/${id}/rerun`, { model: 'other' }))).toEqual([400, 'api/unknown-model']);
    } finally {
      server.questions.chat = undefined;
    }
    server.questions.ready = false;
    try {
      expect(codeOf(await post(`/api/answers/${id}/rerun`, {}))).toEqual([503, 'api/not-ready']);
    } finally {
      server.questions.ready = true;
    }
  });

  it('is refused for what is not there or not understood', async () => {
    const { id } = await ask();
    expect(codeOf(await post('/api/answers/none/rerun', {}))).toEqual([404, 'api/not-found']);
    expect(codeOf(await post(`/api/answers/${id}/rerun`, { on: 'monday' }))).toEqual([400, 'api/bad-request']);
    expect(codeOf(await post(`/api/answers/${id}/rerun`, '{}', {}))).toEqual([415, 'api/unsupported-media-type']);
    expect(codeOf(await post(`/api/answers/${id}/rerun`, {}, { ...json, origin: 'https://evil.example' }))).toEqual([
      403,
      'api/origin-refused',
    ]);
    expect(codeOf(await get(`/api/answers/${id}/diff`))).toEqual([400, 'api/bad-request']);
    expect(codeOf(await get(`/api/answers/${id}/diff?with=none`))).toEqual([404, 'api/not-found']);
    // The example speaks of a commit that this corpus never had.
    expect(codeOf(await post(`/api/answers/${id}/rerun`, { on: 'kept' }))).toEqual([404, 'corpus/unknown-commit']);
  });

  it('runs the queries that are kept on the graphs of the commit', async () => {
    const { id } = await ask();
    const text = 'SELECT ?title { ?p a <https://w3id.org/askg/ddm#Paper>; <http://purl.org/dc/terms/title> ?title }';
    const before = server.corpus.answers.require(id);
    const commit = server.corpus.commitNumber();
    const run = { kind: 'fact' as const, origin: 'planner' as const, relaxed: [], ms: 1, state: 'ok' as const };
    server.corpus.answers.put({ ...before, corpus: { version: commit }, sparql: [{ ...run, text, rows: 2 }] });
    await server.addPaper('Came later');
    const { text: told } = await post(`/api/answers/${id}/rerun`, { on: 'kept' });
    const diff = AnswerDiff.parse((JSON.parse(told) as { diff: unknown }).diff);
    expect(diff).toMatchObject({ on: 'kept', to: { version: commit }, queries: [], rows: [] });
    const page = await post(`/a/${id}/rerun`, 'on=kept', own);
    expect([page.status, page.text.includes(`it was at commit ${commit}`)]).toEqual([200, true]);
  }, 60_000);

  it('works by the form of the page, and shows what is different', async () => {
    const { id } = await ask();
    const { status, headers } = await post(`/a/${id}/rerun`, 'on=current', own);
    expect([status, headers.location]).toEqual([303, expect.stringMatching(new RegExp(`^/a/[^?]+\\?against=${id}$`))]);
    const { text } = await get(String(headers.location), { accept: browser });
    expect(text).toContain('Nothing is different');
  });
});

describe('feedback', () => {
  const feedbackOn = (id: string) => server.corpus.feedback.list(id);

  it('is kept with the answer, the last word of a client on a claim', async () => {
    const { id } = await ask();
    const first = await post('/api/feedback', { answer: id, claim: 0, judgement: 'wrong', note: 'No.' });
    expect(JSON.parse(first.text)).toMatchObject({ answer: id, claim: 0, judgement: 'wrong', note: 'No.' });
    await post('/api/feedback', { answer: id, claim: 0, judgement: 'right' });
    const { secret } = server.corpus.keys.add({ label: 'somebody' });
    await post(
      '/api/feedback',
      { answer: id, claim: 0, judgement: 'wrong' },
      { ...json, authorization: `Bearer ${secret}` },
    );
    expect(new Set(feedbackOn(id).map(({ judgement, note }) => `${judgement} ${note}`))).toEqual(
      new Set(['right undefined', 'wrong undefined']),
    );
    expect(feedbackOn(id)).toHaveLength(2);
  });

  it('names what is missing by a unit that is there', async () => {
    const { id } = await ask();
    const iri = unitIri(baseIri, server.key, 's1/p1/t1');
    const kept = await post('/api/feedback', { answer: id, judgement: 'missing', expected: { iri } });
    expect([kept.status, JSON.parse(kept.text)]).toEqual([
      200,
      expect.objectContaining({ expected: { iri, paper: server.key } }),
    ]);
    const wrongs = [
      { iri: unitIri(baseIri, server.key, 's99/p1/t1') },
      { iri: unitIri(baseIri, server.removedKey, 's1/p1/t1') },
      { iri: 'https://elsewhere.example/x' },
      { text: 'Words.', paper: '10.1/unknown' },
      {},
    ];
    for (const expected of wrongs) {
      const { status } = await post('/api/feedback', { answer: id, judgement: 'missing', expected });
      expect([expected, status]).toEqual([expected, 400]);
    }
    expect((await post('/api/feedback', { answer: id, judgement: 'missing' })).status).toBe(400);
    expect(feedbackOn(id)).toHaveLength(1);
  });

  it('is refused where it is not understood, too long, or about what is not there', async () => {
    const { id } = await ask();
    const right = { answer: id, judgement: 'right' };
    const refused: [unknown, number, Record<string, string>?][] = [
      [{ ...right, answer: 'none' }, 404],
      [{ ...right, claim: 7 }, 400],
      [{ ...right, claim: -1 }, 400],
      [{ ...right, judgement: 'good' }, 400],
      [{ ...right, stars: 5 }, 400],
      [{ ...right, note: 'x'.repeat(2001) }, 400],
      [{ ...right, note: 'x'.repeat(200_000) }, 413],
      [{ ...right, expected: { text: 'x' } }, 400],
      ['[', 400],
      [right, 415, { 'content-type': 'text/plain' }],
      [right, 403, { ...json, origin: 'https://evil.example' }],
    ];
    for (const [body, status, headers] of refused) {
      expect((await post('/api/feedback', body, headers)).status).toBe(status);
    }
    expect(feedbackOn(id)).toEqual([]);
    expect((await get('/api/feedback')).status).toBe(405);
  });

  it('works by the form of the page, where its words are shown as text', async () => {
    const { id } = await ask();
    const note = '"><script>alert(1)</script>';
    const form = new URLSearchParams({ claim: '0', judgement: 'wrong', note }).toString();
    const given = await post(`/a/${id}/feedback`, form, own);
    expect([given.status, given.headers.location]).toEqual([303, `/a/${id}#feedback`]);
    expect(feedbackOn(id)).toMatchObject([{ claim: 0, judgement: 'wrong', note }]);
    const { text } = await get(`/a/${id}`, { accept: browser });
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect(text).toMatch(/value="wrong"\s+class="plain"\s+aria-pressed="true"/);
  });

  it('by a form is taken only of a page of this server', async () => {
    const { id } = await ask();
    const form = 'judgement=wrong';
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const headers of [type, { ...type, origin: 'null' }, { ...type, origin: 'https://evil.example' }]) {
      expect((await post(`/a/${id}/feedback`, form, headers)).status).toBe(403);
    }
    expect((await post(`/a/${id}/feedback`, form, { ...json, origin: server.url })).status).toBe(415);
    expect(feedbackOn(id)).toEqual([]);
  });

  it('is taken so often, and no more', async () => {
    const { id } = await ask();
    const { secret } = server.corpus.keys.add({ label: 'eager' });
    const headers = { ...json, authorization: `Bearer ${secret}` };
    const body = { answer: id, judgement: 'right' };
    const statuses = new Set<number>();
    let last: HttpResponse | undefined;
    // Where a minute ends among them, twice as many are taken.
    for (let i = 0; i < 121; i += 1) {
      last = await post('/api/feedback', body, headers);
      statuses.add(last.status);
    }
    expect([...statuses]).toEqual([200, 429]);
    expect(feedbackOn(id)).toHaveLength(1);
  });
});

describe('those who may read some papers', () => {
  it('can neither judge, ask again, export nor compare answers on others', async () => {
    const { id } = await ask();
    server.corpus.collections.add('second', ['10.1_second']);
    const { secret } = server.corpus.keys.add({ label: 'some', collections: ['second'] });
    const key = { ...json, authorization: `Bearer ${secret}` };
    expect(codeOf(await post('/api/feedback', { answer: id, judgement: 'right' }, key))[0]).toBe(404);
    expect(codeOf(await post(`/api/answers/${id}/rerun`, {}, key))[0]).toBe(404);
    expect(codeOf(await post(`/api/answers/${id}/rerun`, { on: 'kept' }, key))[0]).toBe(404);
    expect((await get(`/api/answers/${id}?format=bibtex`, key)).status).toBe(404);
    const { text } = await post('/api/ask', { question, stream: false }, key);
    const mine = Answer.parse(JSON.parse(text)).id;
    expect((await get(`/api/answers/${mine}/diff?with=${id}`, key)).status).toBe(404);
  });

  it('cannot find out whether a unit of another paper is there', async () => {
    server.corpus.collections.add('others', ['10.1_second']);
    const { secret } = server.corpus.keys.add({ label: 'others', collections: ['others'] });
    const key = { ...json, authorization: `Bearer ${secret}` };
    const id = 'their-own';
    const before = await ask();
    const claims = before.claims.map((claim) => ({ ...claim, citations: [], rows: [] }));
    const ids = [server.corpus.collections.requireId('others')];
    server.corpus.answers.put({ ...before, id, claims, passages: [], nearest: [] }, ids);
    const refusals = await Promise.all(
      [server.key, 'unknown.key'].map((paper) =>
        post(
          '/api/feedback',
          { answer: id, judgement: 'missing', expected: { iri: unitIri(baseIri, paper, 's1/p1/t1') } },
          key,
        ),
      ),
    );
    const [there, absent] = refusals.map(({ status, text }) => {
      const { code, title } = JSON.parse(text) as Problem;
      return [status, code, title];
    });
    expect(there).toEqual(absent);
    expect(there?.[0]).toBe(400);
  });
});
