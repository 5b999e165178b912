import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Answer, AskEvent, Hit, Problem } from '@askg/contract';
import type { ChatModel } from '@askg/inference';
import { send, type HttpRequest, type HttpResponse } from './testing/http-client.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const question = 'Which package makes maps?';
const chat: ChatModel = { name: 'dear-model', complete: () => Promise.reject(new Error('not called here')) };

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer('https://kg.example.org/id/');
});

afterAll(() => server.close());

afterEach(() => {
  server.questions.chat = undefined;
  server.questions.ready = true;
});

function get(target: string, headers: Record<string, string> = {}, rest: HttpRequest = {}): Promise<HttpResponse> {
  return send(server.url, target, { ...rest, headers });
}

function ask(body: unknown, headers: Record<string, string> = {}, rest: HttpRequest = {}): Promise<HttpResponse> {
  const type = { 'content-type': 'application/json', ...headers };
  return send(server.url, '/api/ask', {
    method: 'POST',
    headers: type,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...rest,
  });
}

function eventsOf({ text }: HttpResponse): AskEvent[] {
  return text
    .split('\n\n')
    .filter((block) => block !== '' && !block.startsWith(':'))
    .map((block) => {
      const [name, data] = block.split('\n');
      const event = AskEvent.parse(JSON.parse(data?.slice('data: '.length) ?? ''));
      expect(name).toBe(`event: ${event.event}`);
      return event;
    });
}

function problemOf(response: HttpResponse): Problem {
  expect(response.headers['content-type']).toBe('application/problem+json');
  return Problem.parse(JSON.parse(response.text));
}

/** Starts a run that waits, and resolves when it is under way. */
async function hanging(words: string) {
  const controller = new AbortController();
  const runId = Promise.withResolvers<string>();
  const response = fetch(`${server.url}/api/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question: words }),
    signal: controller.signal,
  }).then(async (begun) => {
    runId.resolve(String(begun.headers.get('askg-run')));
    return begun.text();
  });
  response.catch(() => undefined);
  return { run: await runId.promise, text: response, leave: () => controller.abort() };
}

describe('asking', () => {
  it('streams the events of the run, each with its name, and ends with the answer', async () => {
    const response = await ask({ question });
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('text/event-stream');
    expect(response.headers['cache-control']).toBe('no-store');
    const events = eventsOf(response);
    expect(events.map(({ event }) => event)).toEqual(['started', 'query', 'text', 'claim', 'done']);
    expect(new Set(events.map(({ run }) => run))).toEqual(new Set([response.headers['askg-run']]));
  });

  it('gives the answer as one document when no stream is wanted, and keeps it at its address', async () => {
    const response = await ask({ question, stream: false });
    expect(response.headers['content-type']).toBe('application/json');
    const answer = Answer.parse(JSON.parse(response.text));
    expect(answer.question).toBe(question);
    const kept = await get(String(response.headers['content-location']));
    expect(JSON.parse(kept.text)).toEqual(answer);
    expect((await get('/api/answers/none')).status).toBe(404);
  });

  it('hands over what was wished for', async () => {
    await ask({ question, stream: false, mode: 'retrieve', paper: server.alias, model: 'none' });
    expect(server.questions.asked.at(-1)).toEqual({ question, mode: 'retrieve', papers: [server.key] });
  });

  it('leaves the graph out when the text alone is wanted, and refuses what would leave nothing', async () => {
    await ask({ question, stream: false, ways: 'text' });
    expect(server.questions.asked.at(-1)).toEqual({ question, mode: 'answer', ways: 'text' });
    for (const more of [{ mode: 'sparql' }, { graph: 'wikidata' }]) {
      const { status, text } = await ask({ question, ways: 'text', ...more });
      expect([status, (JSON.parse(text) as Problem).code]).toEqual([400, 'api/bad-request']);
    }
  });

  it('asks the papers of a collection, and nothing that is known across papers', async () => {
    server.corpus.collections.add('trees', [server.key]);
    await ask({ question, stream: false, collection: 'trees' });
    expect(server.questions.asked.at(-1)).toEqual({
      question,
      mode: 'answer',
      papers: [server.key],
      collection: 'trees',
      isConfined: true,
    });
    const { status, text } = await ask({ question, collection: 'bushes' });
    expect([status, (JSON.parse(text) as Problem).code]).toEqual([404, 'corpus/unknown-collection']);
  });

  it('tells of a failure in the stream and as a problem', async () => {
    const last = eventsOf(await ask({ question: 'fail' })).at(-1);
    expect(last).toMatchObject({ event: 'failed', problem: { code: 'kgqp/timeout', status: 504 } });
    expect(problemOf(await ask({ question: 'fail', stream: false }))).toMatchObject({
      code: 'kgqp/timeout',
      status: 504,
    });
  });

  it('ends a run that breaks in a problem that tells nothing of the inside', async () => {
    const response = await ask({ question: 'throw' });
    expect(response.text).not.toContain('secret');
    expect(eventsOf(response).at(-1)).toMatchObject({
      event: 'failed',
      problem: { code: 'api/internal', trace: response.headers['askg-trace'] },
    });
    expect(server.logged.at(-1)).toMatchObject({ level: 'error', trace: response.headers['askg-trace'] });
  });

  it.each([
    ['no JSON', '{', {}, 400, 'api/bad-body'],
    ['another media type', '{}', { 'content-type': 'text/plain' }, 415, 'api/unsupported-media-type'],
    [
      'a form',
      'question=x',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'api/unsupported-media-type',
    ],
    ['no question', {}, {}, 400, 'api/bad-request'],
    ['a field that is not known', { question, threat: 'x' }, {}, 400, 'api/bad-request'],
    ['an unknown paper', { question, paper: 'nowhere' }, {}, 400, 'corpus/unknown-paper'],
    ['an unknown model', { question, model: 'other' }, {}, 400, 'api/unknown-model'],
    ['too much', { question: 'x'.repeat(120_000) }, {}, 413, 'api/body-too-large'],
    ['a foreign page', { question }, { origin: 'https://evil.example' }, 403, 'api/origin-refused'],
  ])('refuses %s', async (_name, body, headers, status, code) => {
    expect(problemOf(await ask(body, headers as Record<string, string>))).toMatchObject({ status, code });
  });

  it('waits until questions can be asked', async () => {
    server.questions.ready = false;
    expect(problemOf(await ask({ question }))).toMatchObject({ status: 503, code: 'api/not-ready' });
  });

  it('refuses more runs than it can answer', async () => {
    const runs = await Promise.all(Array.from({ length: 16 }, () => hanging('hang')));
    expect(problemOf(await ask({ question }))).toMatchObject({ status: 503, code: 'api/busy' });
    for (const { leave } of runs) leave();
    await server.until(() => server.questions.running === 0);
    await server.until(async () => (await ask({ question, stream: false })).status === 200);
  });
});

describe('cancelling', () => {
  it.each(['hang', 'deaf'])('ends a run in time: %s', async (words) => {
    const { run, text } = await hanging(words);
    expect((await get(`/api/runs/${run}`, {}, { method: 'DELETE' })).status).toBe(204);
    expect(await text).toMatch(/event: cancelled\ndata: .*\n\n$/);
    expect(problemOf(await get(`/api/runs/${run}`, {}, { method: 'DELETE' }))).toMatchObject({
      status: 404,
      code: 'api/unknown-run',
    });
  });

  it('happens when the client leaves', async () => {
    await server.until(() => server.questions.running <= 1);
    const before = server.questions.running;
    const { leave } = await hanging('hang');
    expect(server.questions.running).toBe(before + 1);
    leave();
    await server.until(() => server.questions.running === before);
  });

  it('is refused to pages of other origins', async () => {
    const response = await get('/api/runs/x', { origin: 'https://evil.example' }, { method: 'DELETE' });
    expect(problemOf(response).code).toBe('api/origin-refused');
  });
});

describe('a chat model that may cost money', () => {
  it('is used for this machine', async () => {
    server.questions.chat = chat;
    await ask({ question, stream: false });
    expect(server.questions.asked.at(-1)?.chat).toBe(chat);
    await ask({ question, stream: false, model: 'none' });
    expect(server.questions.asked.at(-1)).not.toHaveProperty('chat');
  });

  it('is refused to other machines, which may ask without it', async () => {
    server.questions.chat = chat;
    const host = 'kg.example.org';
    expect(problemOf(await ask({ question }, { host }))).toMatchObject({ status: 403, code: 'api/model-refused' });
    expect((await ask({ question, model: 'none', stream: false }, { host })).status).toBe(200);
    const page = await get('/', { host, accept: browser });
    expect(page.text).toContain('data-model="none"');
    expect((await get(`/ask?q=x`, { host, accept: browser })).status).toBe(303);
    expect(server.questions.asked.at(-1)).not.toHaveProperty('chat');
  });
});

describe('a chat model that may cost money, asked with a key', () => {
  it('is used from wherever the key is, if it allows it', async () => {
    server.questions.chat = chat;
    const { keys } = server.corpus;
    const headersOf = (secret: string) => ({ host: 'kg.example.org', authorization: `Bearer ${secret}` });
    const may = headersOf(keys.add({ label: 'may', scopes: ['ask-model'] }).secret);
    expect((await ask({ question, stream: false }, may)).status).toBe(200);
    expect(server.questions.asked.at(-1)?.chat).toBe(chat);
    expect((await get('/', { ...may, accept: browser })).text).not.toContain('data-model="none"');
  });

  it('is refused to a key that does not allow it, on this machine too', async () => {
    server.questions.chat = chat;
    const { secret } = server.corpus.keys.add({ label: 'reads only' });
    const response = await ask({ question }, { authorization: `Bearer ${secret}` });
    expect(problemOf(response)).toMatchObject({ status: 403, code: 'api/model-refused' });
  });
});

describe('searching', () => {
  it('gives hits, and tells what could not run', async () => {
    const response = await get(`/api/search?q=choropleth%20maps&k=3&paper=${server.key}`);
    expect(response.status).toBe(200);
    const hits = (JSON.parse(response.text) as unknown[]).map((each) => Hit.parse(each));
    expect(hits).toHaveLength(1);
    expect(JSON.parse(String(response.headers['askg-degraded']))).toMatchObject([{ reason: 'Es fehlt – noch.' }]);
    const { words, options } = server.questions.searched.at(-1) ?? {};
    expect(words).toBe('choropleth maps');
    expect(options).toMatchObject({ limit: 3, filter: { papers: new Set([server.key]) } });
  });

  it.each([
    ['/api/search', 400, 'api/bad-request'],
    ['/api/search?q=%20', 400, 'api/bad-request'],
    ['/api/search?q=x&k=0', 400, 'api/bad-request'],
    ['/api/search?q=x&k=many', 400, 'api/bad-request'],
    [`/api/search?q=${'x'.repeat(2001)}`, 400, 'api/bad-request'],
    ['/api/search?q=x&paper=nowhere', 400, 'corpus/unknown-paper'],
  ])('refuses %s', async (target, status, code) => {
    expect(problemOf(await get(target))).toMatchObject({ status, code });
  });
});

describe('the question page', () => {
  it('has the box, examples, and what there is to be asked', async () => {
    const { text } = await get('/', { accept: browser });
    expect(text).toContain('<textarea');
    expect(text.match(/data-question="/g)).toHaveLength(3);
    expect(text).toContain('found by words');
    expect(text).not.toContain('<script>');
  });

  it('asks one paper when it is told to', async () => {
    const { text } = await get(`/?paper=${server.key}`, { accept: browser });
    expect(text).toContain(`name="paper" value="${server.key}"`);
    expect(text).not.toContain('data-question');
    expect((await get('/?paper=nowhere', { accept: browser })).text).not.toContain('name="paper"');
  });

  it('works without its script: the answer is made and shown at its address', async () => {
    const moved = await get(`/ask?q=${encodeURIComponent(question)}`, { accept: browser });
    expect(moved.status).toBe(303);
    const page = await get(String(moved.headers.location), { accept: browser });
    expect(page.status).toBe(200);
    expect(page.text).toContain(`<h1 id="asked">${question}</h1>`);
  });

  it('asks again with what the person takes phrases for; what is no IRI with a phrase counts for nothing', async () => {
    const taken = (text: string) => `&take=${encodeURIComponent(text)}`;
    const links = [taken('https://e/a=b north east'), taken('no-iri maps'), taken('https://e/lonely')];
    await get(`/ask?q=maps${links.join('')}`, { accept: browser });
    expect(server.questions.asked.at(-1)?.choices).toEqual([{ iri: 'https://e/a=b', phrase: 'north east' }]);
    await ask({ question, stream: false, links: [{ chosen: 'https://e/x', phrase: 'maps' }] });
    expect(server.questions.asked.at(-1)?.choices).toEqual([{ iri: 'https://e/x', phrase: 'maps' }]);
    expect((await ask({ question, links: [{ chosen: 'x', phrase: '' }] })).status).toBe(400);
  });

  it('keeps the question when something is wrong', async () => {
    const failed = await get('/ask?q=fail%20%3Cscript%3E', { accept: browser });
    expect(failed.status).toBe(504);
    expect(failed.text).toContain('kgqp/timeout');
    expect(failed.text).toContain('fail &lt;script&gt;');
    expect(failed.text).not.toContain('<script>');
    expect((await get('/ask?q=', { accept: browser })).status).toBe(200);
  });

  it('does not ask what a link on a foreign page, or a mere look, would have it ask', async () => {
    const before = server.questions.asked.length;
    const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', accept: browser };
    const led = await get('/ask?q=costly', followed);
    expect(led.text).toContain('costly</textarea');
    expect((await get('/ask?q=costly', { accept: browser }, { method: 'HEAD' })).status).toBe(200);
    expect(server.questions.asked).toHaveLength(before);
  });
});
