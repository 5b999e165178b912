import { afterEach, describe, expect, test } from '@jest/globals';
import { type LocalServer, startLocalServer } from '../testing/local-server.ts';
import { openEmbeddings } from './open-embeddings.ts';

const servers: LocalServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** An embedder behind a real server that gives each text the vector [its length, 1], last text first. */
async function embedderOf(dimensions = 2) {
  const asked: string[][] = [];
  const server = await startLocalServer((_, response, body) => {
    const { input } = JSON.parse(body) as { input: string[] };
    asked.push(input);
    const data = input.map((text, index) => ({ index, embedding: [text.length, 1] })).toReversed();
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
  });
  servers.push(server);
  const prefixes = { query: '?', passage: '' };
  return { embedder: openEmbeddings({ baseUrl: server.url, model: 'served', dimensions, prefixes }), asked };
}

describe('openEmbeddings', () => {
  test('gives vectors of unit length in the order of the texts', async () => {
    const { embedder, asked } = await embedderOf();
    const vectors = await embedder.embed('passage', ['a', 'abc']);
    const expected = [
      [1, 1],
      [3, 1],
    ].map(([x = 0, y = 0]) => [x / Math.hypot(x, y), y / Math.hypot(x, y)]);
    expect(vectors.map((vector) => [...vector])).toEqual(expected.map((row) => [...Float32Array.from(row)]));
    await embedder.embed('query', ['a']);
    expect(asked).toEqual([['a', 'abc'], ['?a']]);
  });

  test('asks for many texts in several calls', async () => {
    const { embedder, asked } = await embedderOf();
    expect(
      await embedder.embed(
        'passage',
        Array.from({ length: 130 }, () => 'a'),
      ),
    ).toHaveLength(130);
    expect(asked.map((texts) => texts.length)).toEqual([64, 64, 2]);
  });

  test('refuses vectors of another length than agreed', async () => {
    const { embedder } = await embedderOf(3);
    await expect(embedder.embed('passage', ['a'])).rejects.toMatchObject({
      code: 'inference/unusable-reply',
      message: expect.stringContaining('2 numbers instead of 3'),
    });
  });

  test('gives no vectors of tokens', async () => {
    const { embedder } = await embedderOf();
    await expect(embedder.embedTokens('query', ['a'])).rejects.toMatchObject({ code: 'inference/no-token-vectors' });
  });

  test('is another model at another address', async () => {
    const at = (baseUrl: string) => openEmbeddings({ baseUrl, model: 'served', dimensions: 2 }).model;
    expect(at('http://a/v1')).toEqual(at('http://a/v1'));
    expect(at('http://a/v1').digest).not.toBe(at('http://b/v1').digest);
  });
});
