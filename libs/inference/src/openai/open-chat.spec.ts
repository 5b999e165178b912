import { afterEach, describe, expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import type { ChatRequest } from '../chat-model.ts';
import { closedAddress, type LocalServer, startLocalServer } from '../testing/local-server.ts';
import { openChat } from './open-chat.ts';

type Body = Record<string, unknown> & { messages: { role: string; content: string }[] };
type Reply = (body: Body, response: ServerResponse) => void;

const servers: LocalServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A chat model behind a real server, which gives the replies one after the other, and what it was asked. */
async function chatWith(...replies: Reply[]) {
  const asked: (Body & { path: string; authorization: string | undefined })[] = [];
  const server = await startLocalServer(({ url = '', headers }, response, text) => {
    const body = JSON.parse(text) as Body;
    const reply = replies[Math.min(asked.length, replies.length - 1)];
    asked.push({ ...body, path: url, authorization: headers.authorization });
    reply?.(body, response);
  });
  servers.push(server);
  const chat = openChat({ baseUrl: `${server.url}/v1`, apiKey: 'sk-secret', model: 'tiny' });
  return { chat, asked };
}

function json(response: ServerResponse, status: number, content: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(content));
}

const says =
  (content: string | null, choice: object = {}): Reply =>
  (_, response) =>
    json(response, 200, {
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop', ...choice }],
      usage: { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 },
    });

const refuses =
  (status: number, message: string, headers?: Record<string, string>): Reply =>
  (_, response) =>
    json(response, status, { error: { message } }, headers);

const request: ChatRequest = { messages: [{ role: 'user', content: 'Which year?' }] };
const structured: ChatRequest = { ...request, schema: { name: 'year', schema: { type: 'object' } } };

describe('openChat', () => {
  test('asks the chat route with the key and gives what the model says', async () => {
    const { chat, asked } = await chatWith(says('1999'));
    const reply = await chat.complete({ ...request, maxTokens: 20, stop: ['\n'] });
    expect(reply).toEqual({ text: '1999', finish: 'stop', usage: { inputTokens: 7, outputTokens: 3 } });
    expect(asked).toEqual([
      {
        path: '/v1/chat/completions',
        authorization: 'Bearer sk-secret',
        model: 'tiny',
        stream: false,
        messages: request.messages,
        temperature: 0,
        max_tokens: 20,
        stop: ['\n'],
      },
    ]);
    expect(chat.name).toBe('tiny');
  });

  test('says when a reply was cut, and bears a server that counts no tokens', async () => {
    const { chat } = await chatWith((_, response) =>
      json(response, 200, { choices: [{ message: { content: 'Nineteen' }, finish_reason: 'length' }] }),
    );
    expect(await chat.complete(request)).toEqual({
      text: 'Nineteen',
      finish: 'length',
      usage: { inputTokens: 0, outputTokens: 0 },
    });
  });

  test('asks for JSON by its schema', async () => {
    const { chat, asked } = await chatWith(says('{"year": 1999}'));
    expect((await chat.complete(structured)).text).toBe('{"year": 1999}');
    expect(asked[0]?.['response_format']).toEqual({
      type: 'json_schema',
      json_schema: { name: 'year', schema: { type: 'object' }, strict: true },
    });
    expect(asked[0]?.messages).toEqual(request.messages);
  });

  test('goes over to the prompt, step by step and once, when the server knows no schema', async () => {
    const { chat, asked } = await chatWith(
      refuses(400, 'response_format json_schema is not supported'),
      refuses(400, "'response_format.type' must be 'text'"),
      says('Here it is:\n```json\n{"year": 1999}\n```'),
    );
    expect((await chat.complete(structured)).text).toBe('{"year": 1999}');
    await chat.complete(structured);
    const formats = asked.map((body) => (body['response_format'] as { type: string } | undefined)?.type);
    expect(formats).toEqual(['json_schema', 'json_object', undefined, undefined]);
    expect(asked.at(-1)?.messages[0]?.content).toMatch(/^Which year\?\n\nAnswer with JSON .*\{"type":"object"\}$/s);
  });

  test('says the limit of tokens and the temperature as newer servers want it', async () => {
    const { chat, asked } = await chatWith(
      refuses(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."),
      refuses(400, "Unsupported value: 'temperature' does not support 0."),
      says('1999'),
    );
    expect((await chat.complete({ ...request, maxTokens: 20 })).text).toBe('1999');
    expect(asked.at(-1)).toMatchObject({ max_completion_tokens: 20 });
    expect(asked.at(-1)).not.toHaveProperty('temperature');
    expect(asked.at(-1)).not.toHaveProperty('max_tokens');
  });

  test('does not take prose for JSON', async () => {
    const { chat } = await chatWith(says('I believe it was in 1999.'));
    await expect(chat.complete(structured)).rejects.toMatchObject({
      code: 'inference/not-json',
      message: expect.stringContaining('I believe it was'),
    });
  });

  test.each([
    [401, 'inference/key-refused'],
    [403, 'inference/key-refused'],
    [404, 'inference/request-refused'],
    [400, 'inference/request-refused'],
    [418, 'inference/request-refused'],
  ])('tells what a refusal with %i means, without asking again', async (status, code) => {
    const { chat, asked } = await chatWith(refuses(status, 'no such thing'));
    await expect(chat.complete(request)).rejects.toMatchObject({ code, message: `${status} no such thing` });
    expect(asked).toHaveLength(1);
  });

  test('does not repeat the key, even when the server does', async () => {
    const { chat } = await chatWith(refuses(401, 'Incorrect API key provided: sk-secret.'));
    await expect(chat.complete(request)).rejects.toMatchObject({ message: '401 Incorrect API key provided: ….' });
  });

  test.each([
    [429, 'inference/rate-limited'],
    [500, 'inference/server-failed'],
  ])('asks once more after %i, and then gives up', async (status, code) => {
    const { chat, asked } = await chatWith(refuses(status, 'not now', { 'retry-after': '0' }));
    await expect(chat.complete(request)).rejects.toMatchObject({ code });
    expect(asked).toHaveLength(2);
  });

  test('is content when the second time succeeds', async () => {
    const { chat } = await chatWith(refuses(503, 'loading model', { 'retry-after': '0' }), says('1999'));
    expect((await chat.complete(request)).text).toBe('1999');
  });

  test('leaves a long pause that the server wants to the caller', async () => {
    const { chat, asked } = await chatWith(refuses(429, 'quota used up', { 'retry-after': '60' }));
    await expect(chat.complete(request)).rejects.toMatchObject({ code: 'inference/rate-limited' });
    expect(asked).toHaveLength(1);
  });

  test('names the address at which nobody answers', async () => {
    const chat = openChat({ baseUrl: `${await closedAddress()}/v1`, model: 'tiny' });
    await expect(chat.complete(request)).rejects.toMatchObject({
      code: 'inference/server-unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('says so when the connection breaks within the reply', async () => {
    const { chat } = await chatWith((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":');
      setTimeout(() => response.destroy(), 20);
    });
    await expect(chat.complete(request)).rejects.toMatchObject({ code: 'inference/server-unreachable' });
  });

  test('refuses an address that is none', async () => {
    const chat = openChat({ baseUrl: 'localhost', model: 'tiny' });
    await expect(chat.complete(request)).rejects.toMatchObject({
      code: 'inference/server-unreachable',
      message: 'Invalid URL',
    });
  });

  test('gives up at the deadline on a server that hangs, before or within its reply', async () => {
    const silent = await chatWith(() => undefined);
    await expect(silent.chat.complete(request, { deadlineMs: 50 })).rejects.toMatchObject({
      code: 'inference/deadline',
    });
    const stuck = await chatWith((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":');
    });
    await expect(stuck.chat.complete(request, { deadlineMs: 50 })).rejects.toMatchObject({
      code: 'inference/deadline',
    });
  });

  test('lets the server go when the call is cancelled', async () => {
    const controller = new AbortController();
    let gone: Promise<unknown> = Promise.reject(new Error('The server was never asked.'));
    gone.catch(() => undefined);
    const { chat } = await chatWith((_, response) => {
      gone = new Promise((resolve) => response.once('close', resolve));
      controller.abort();
    });
    await expect(chat.complete(request, { signal: controller.signal })).rejects.toMatchObject({
      code: 'inference/cancelled',
    });
    await gone;
  });

  test.each([
    [
      'a page',
      (_: Body, response: ServerResponse) => void response.setHeader('content-type', 'text/html').end('<p>Hello'),
    ],
    [
      'half of JSON',
      (_: Body, response: ServerResponse) =>
        void response.setHeader('content-type', 'application/json').end('{"choices":'),
    ],
    ['other JSON', (_: Body, response: ServerResponse) => json(response, 200, { hello: 'there' })],
    ['no text', says(null, { finish_reason: 'tool_calls' })],
    ['a refusal', says(null, { message: { content: null, refusal: 'I will not.' } })],
  ] satisfies [string, Reply][])('does not take %s for a reply', async (_, reply) => {
    const { chat } = await chatWith(reply);
    await expect(chat.complete(request)).rejects.toMatchObject({ code: 'inference/unusable-reply' });
  });
});
