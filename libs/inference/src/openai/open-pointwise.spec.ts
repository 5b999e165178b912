import { afterEach, describe, expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { closedAddress, type LocalServer, startLocalServer } from '../testing/local-server.ts';
import { monoT5Text } from '../testing/tiny-monot5.ts';
import { openPointwise, type PointwiseOptions } from './open-pointwise.ts';

type Body = { messages: { role: string; content: string }[]; max_tokens?: number; top_logprobs: number };
type Reply = (body: Body, response: ServerResponse) => void;

const servers: LocalServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const send = (response: ServerResponse, status: number, content: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(content);
};
const refuses =
  (message: string): Reply =>
  (_, response) =>
    send(response, 400, JSON.stringify({ error: { message } }));
const says = (body: object): Reply => {
  return (_, response) => send(response, 200, JSON.stringify({ choices: [body] }));
};
/** Names these as the likeliest first tokens. */
const tops = (...tokens: [string, number][]): Reply => {
  const top_logprobs = tokens.map(([token, logprob]) => ({ token, logprob }));
  return says({ message: { content: 'x' }, logprobs: { content: [{ token: 'x', logprob: -1, top_logprobs }] } });
};

/** The scorer of a server that answers the first calls with these replies, and all later ones with the last. */
async function opened(replies: Reply[], changes: Partial<PointwiseOptions> = {}) {
  const asked: (Body & { path: string | undefined })[] = [];
  const server = await startLocalServer(({ url }, response, text) => {
    const body = JSON.parse(text) as Body;
    const reply = replies[Math.min(asked.length, replies.length - 1)];
    asked.push({ ...body, path: url });
    reply?.(body, response);
  });
  servers.push(server);
  const options = { baseUrl: `${server.url}/v1`, model: 'tiny', template: monoT5Text, ...changes };
  return { scorer: openPointwise(options, { deadlineMs: 2000 }), asked };
}
const fine = tops(['true', Math.log(0.6)], ['false', Math.log(0.2)]);

describe('openPointwise', () => {
  test('asks for one token with its probabilities and the template, and is called what it is', async () => {
    const { scorer, asked } = await opened([fine]);
    const { model } = await scorer;
    expect(model).toMatchObject({ name: 'LLM pointwise (tiny)', dimensions: 1 });
    const [score] = await (await scorer).score('which cat', ['the cat']);
    expect(score).toBeCloseTo(Math.log(3), 6);
    expect(asked[1]).toMatchObject({
      path: '/v1/chat/completions',
      model: 'tiny',
      temperature: 0,
      max_tokens: 1,
      logprobs: true,
      top_logprobs: 20,
    });
    expect(asked[1]?.messages.map(({ role, content }) => [role, content])).toEqual([
      ['system', expect.stringMatching(/one word: true or false/)],
      ['user', 'Query: which cat Document: the cat Relevant:'],
    ]);
  });

  test('counts spellings of a word together, and asks for other words', async () => {
    const spelt = tops(['▁True', Math.log(0.3)], [' true', Math.log(0.3)], ['Ġfalse', Math.log(0.2)], ['truth', -9]);
    const [score] = await (await (await opened([spelt])).scorer).score('q', ['d']);
    expect(score).toBeCloseTo(Math.log(3), 6);
    const words = { relevant: 'sim', other: 'não' };
    const { scorer, asked } = await opened([tops(['não', -0.1], ['sim', -3])], { words });
    expect((await (await scorer).score('q', ['d']))[0]).toBeCloseTo(-2.9, 6);
    expect(asked[0]?.messages[0]?.content).toContain('sim or não');
  });

  test('gives no number where a word is missing, and keeps the order of the passages', async () => {
    const reply: Reply = (body, response) => {
      const { content = '' } = body.messages.at(-1) ?? {};
      const at = Number(/text (\d+)/.exec(content)?.[1] ?? 0);
      const two: [string, number][] = [['true', -at - 1]];
      (at === 3 ? tops(...two) : tops(...two, ['false', -0.9]))(body, response);
    };
    const { scorer } = await opened([reply]);
    const texts = Array.from({ length: 12 }, (_, i) => `text ${i}`);
    const scores = await (await scorer).score('q', texts);
    expect([...scores].map((score) => Number(score.toFixed(3)))).toEqual(
      texts.map((_, i) => (i === 3 ? NaN : Number((-i - 0.1).toFixed(3)))),
    );
    expect(await (await scorer).score('q', [])).toHaveLength(0);
  });

  test('learns what newer or stricter servers want', async () => {
    const { scorer, asked } = await opened([
      refuses("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."),
      refuses('top_logprobs must be at most 5'),
      fine,
    ]);
    await (await scorer).score('q', ['a', 'b']);
    expect(asked.at(-1)).toMatchObject({ max_completion_tokens: 1, top_logprobs: 5 });
    expect(asked).toHaveLength(5);
  });

  test.each<[string, Reply, string, string]>([
    ['says nothing of probabilities', says({ message: { content: 'true' } }), 'no-logprobs', 'tiny'],
    ['names no tokens', says({ logprobs: { content: [{ token: 'true', logprob: 0 }] } }), 'no-logprobs', 'tiny'],
    ['generates none', says({ logprobs: { content: [] } }), 'no-logprobs', 'tiny'],
    ['refuses them', refuses('This model does not support logprobs.'), 'no-logprobs', 'does not support'],
    ['refuses even few', refuses('top_logprobs is not allowed'), 'no-logprobs', 'not allowed'],
    ['thinks aloud first', tops(['<think>', -0.001], ['Okay', -8]), 'no-answer-words', '"true" and "false"'],
    ['knows one word only', tops(['true', -0.1]), 'no-answer-words', 'tiny'],
    ['gives a probability beyond one', tops(['true', 0.7], ['false', -3]), 'unusable-reply', 'no chat completion'],
    ['gives more than all', tops(['true', -0.01], ['false', -0.01]), 'unusable-reply', 'sum up to 1.98'],
    ['gives words for numbers', says({ logprobs: 'high' }), 'unusable-reply', 'no chat completion'],
    ['gives no choice', (_, response) => send(response, 200, '{"choices":[]}'), 'unusable-reply', ''],
    ['gives half of a reply', (_, response) => send(response, 200, '{"choices": ['), 'unusable-reply', ''],
    ['wants a key', (_, response) => send(response, 401, '{}'), 'key-refused', ''],
    ['hangs', () => undefined, 'deadline', '2000 ms'],
  ])('is not opened when the server %s', async (_, reply, code, detail) => {
    const { scorer } = await opened([reply]);
    await expect(scorer).rejects.toMatchObject({
      code: `inference/${code}`,
      message: expect.stringContaining(detail),
    });
  });

  test('says that there is no server, and ends when it is late or cancelled', async () => {
    const baseUrl = await closedAddress();
    await expect(openPointwise({ baseUrl, model: 'tiny', template: monoT5Text })).rejects.toMatchObject({
      code: 'inference/server-unreachable',
    });
    const scorer = await (await opened([fine, () => undefined])).scorer;
    await expect(scorer.score('q', ['a'], { deadlineMs: 30 })).rejects.toMatchObject({ code: 'inference/deadline' });
    const stop = new AbortController();
    const call = scorer.score('q', ['a'], { signal: stop.signal });
    stop.abort();
    await expect(call).rejects.toMatchObject({ code: 'inference/cancelled' });
  });
});
