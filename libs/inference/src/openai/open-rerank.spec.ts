import { afterEach, describe, expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { closedAddress, type LocalServer, startLocalServer } from '../testing/local-server.ts';
import { openRerank } from './open-rerank.ts';

type Body = { model: string; query: string; documents: string[]; top_n: number };
type Reply = (body: Body, response: ServerResponse) => void;

const servers: LocalServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A scorer behind a real server that answers in this way, and what that was asked. */
async function scorerWith(reply: Reply) {
  const asked: (Body & { path: string | undefined; authorization: string | undefined })[] = [];
  const server = await startLocalServer(({ url, headers }, response, text) => {
    const body = JSON.parse(text) as Body;
    asked.push({ ...body, path: url, authorization: headers.authorization });
    reply(body, response);
  });
  servers.push(server);
  return { scorer: openRerank({ baseUrl: `${server.url}/v1`, apiKey: 'sk-secret', model: 'ranker' }), asked };
}

const json = (text: string): Reply => {
  return (_, response) => response.setHeader('content-type', 'application/json').end(text);
};
const results = (...rows: [number, unknown][]): Reply =>
  json(JSON.stringify({ results: rows.map(([index, score]) => ({ index, relevance_score: score })) }));

/** Scores each text by its length, best first, as such servers do. */
const byLength: Reply = ({ documents }, response) => {
  const rows = documents.map((text, index) => ({ index, relevance_score: text.length }));
  const sorted = rows.toSorted((a, b) => b.relevance_score - a.relevance_score);
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ results: sorted }));
};

describe('openRerank', () => {
  test('asks the rerank route with the key and gives the scores in the order of the texts', async () => {
    const { scorer, asked } = await scorerWith(byLength);
    expect([...(await scorer.score('which?', ['a', 'abc', 'ab']))]).toEqual([1, 3, 2]);
    expect(asked).toEqual([
      {
        path: '/v1/rerank',
        authorization: 'Bearer sk-secret',
        model: 'ranker',
        query: 'which?',
        documents: ['a', 'abc', 'ab'],
        top_n: 3,
        return_documents: false,
      },
    ]);
  });

  test('asks for many texts in several calls', async () => {
    const { scorer, asked } = await scorerWith(byLength);
    const texts = Array.from({ length: 70 }, (_, i) => 'x'.repeat(i));
    expect([...(await scorer.score('which?', texts))]).toEqual(texts.map(({ length }) => length));
    expect(asked.map(({ documents }) => documents.length)).toEqual([64, 6]);
    expect([...(await scorer.score('which?', []))]).toEqual([]);
  });

  test('gives no number for a text that the server left out', async () => {
    const { scorer } = await scorerWith(results([2, 0.5], [0, -1]));
    expect([...(await scorer.score('which?', ['a', 'b', 'c']))]).toEqual([-1, Number.NaN, 0.5]);
  });

  test.each<[string, Reply, string]>([
    ['a text that was not sent', results([0, 1], [7, 1]), 'text 7 of 2'],
    ['a text before the first', results([-1, 1]), 'text -1 of 2'],
    ['a text twice', results([1, 1], [1, 2]), 'text 1 twice'],
    ['a score that is no number', results([0, 'high']), 'no list of scores'],
    ['a score of nothing', results([0, null]), 'no list of scores'],
    ['a number beyond all', json('{"results":[{"index":0,"relevance_score":1e999}]}'), 'no list of scores'],
    ['half a place', results([0.5, 1]), 'no list of scores'],
    ['another form', json('[0.1, 0.2]'), 'no list of scores'],
    ['no JSON', json('{"results": ['), ''],
  ])('refuses a reply with %s', async (_, reply, detail) => {
    const { scorer } = await scorerWith(reply);
    const wrong = { code: 'inference/unusable-reply', message: expect.stringContaining(detail) };
    await expect(scorer.score('which?', ['a', 'b'])).rejects.toMatchObject(wrong);
  });

  test('waits no longer than it may, and ends when it is cancelled', async () => {
    const { scorer } = await scorerWith(() => undefined);
    await expect(scorer.score('which?', ['a'], { deadlineMs: 30 })).rejects.toMatchObject({
      code: 'inference/deadline',
    });
    const stop = new AbortController();
    const call = scorer.score('which?', ['a'], { signal: stop.signal });
    stop.abort();
    await expect(call).rejects.toMatchObject({ code: 'inference/cancelled' });
  });

  test('says that there is no server', async () => {
    const scorer = openRerank({ baseUrl: await closedAddress(), model: 'ranker' });
    await expect(scorer.score('which?', ['a'])).rejects.toMatchObject({ code: 'inference/server-unreachable' });
  });
});
