import { afterEach, describe, expect, test } from '@jest/globals';
import { type LocalServer, startLocalServer } from '../testing/local-server.ts';
import { type EmbeddingsOptions, openEmbeddings } from './open-embeddings.ts';

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

  test.each<[string, string]>([
    ['fewer vectors than texts', '{"data":[{"index":0,"embedding":[1,1]}]}'],
    ['two vectors for one text', '{"data":[{"index":0,"embedding":[1,1]},{"index":0,"embedding":[2,1]}]}'],
    ['a vector of a text that was not sent', '{"data":[{"index":0,"embedding":[1,1]},{"index":9,"embedding":[1,1]}]}'],
    ['nothing in place of a number', '{"data":[{"index":0,"embedding":[1,1]},{"index":1,"embedding":[null,1]}]}'],
    ['a number beyond all', '{"data":[{"index":0,"embedding":[1,1]},{"index":1,"embedding":[1e999,1]}]}'],
    ['a number beyond 32 bits', '{"data":[{"index":0,"embedding":[1,1]},{"index":1,"embedding":[1e300,1]}]}'],
    ['a vector without a direction', '{"data":[{"index":0,"embedding":[1,1]},{"index":1,"embedding":[0,0]}]}'],
    ['another form', '{"embeddings":[[1,1],[1,1]]}'],
    ['no JSON', '{"data":['],
  ])('refuses a reply with %s', async (_, reply) => {
    const server = await startLocalServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(reply),
    );
    servers.push(server);
    const embedder = openEmbeddings({ baseUrl: server.url, model: 'served', dimensions: 2 });
    await expect(embedder.embed('passage', ['a', 'b'])).rejects.toMatchObject({ code: 'inference/unusable-reply' });
  });

  test('waits no longer than it may', async () => {
    const server = await startLocalServer(() => undefined);
    servers.push(server);
    const embedder = openEmbeddings({ baseUrl: server.url, model: 'served', dimensions: 2 });
    const call = embedder.embed('query', ['a'], { deadlineMs: 30 });
    await expect(call).rejects.toMatchObject({ code: 'inference/deadline' });
  });

  test('gives no vectors of tokens', async () => {
    const { embedder } = await embedderOf();
    await expect(embedder.embedTokens('query', ['a'])).rejects.toMatchObject({ code: 'inference/no-token-vectors' });
  });

  test('is another model at another address, of another length, with other prefixes', () => {
    const options = { baseUrl: 'http://a/v1', model: 'served', dimensions: 2 };
    const digest = (more: Partial<EmbeddingsOptions> = {}) => openEmbeddings({ ...options, ...more }).model.digest;
    expect(digest()).toBe(digest({ apiKey: 'sk-secret' }));
    const others = [
      digest({ baseUrl: 'http://b/v1' }),
      digest({ dimensions: 3 }),
      digest({ prefixes: { query: '', passage: 'passage: ' } }),
    ];
    expect(new Set([digest(), ...others]).size).toBe(4);
  });
});
