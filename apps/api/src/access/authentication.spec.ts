import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Paper, Problem } from '@askg/contract';
import { send, type HttpResponse } from '../testing/http-client.ts';
import { secret, startTwoCollections } from '../testing/two-collections.ts';

// The server of these tests has all its real parts.
jest.setTimeout(60_000);

let server: Awaited<ReturnType<typeof startTwoCollections>>;
beforeAll(async () => {
  server = await startTwoCollections(['open', 'not-made-yet']);
}, 120_000);
afterAll(() => server.close());

function get(target: string, authorization?: string): Promise<HttpResponse> {
  return send(server.url, target, { headers: authorization === undefined ? {} : { authorization } });
}

async function keysSeen(authorization?: string, more = ''): Promise<string[]> {
  const papers = Paper.array().parse(JSON.parse((await get(`/api/papers${more}`, authorization)).text));
  return papers.map(({ key }) => key);
}

const codeOf = ({ text }: HttpResponse): string => Problem.parse(JSON.parse(text)).code;

describe('without a key', () => {
  it('the collections that are open to everybody can be read', async () => {
    expect(await keysSeen()).toEqual([server.open]);
    expect((await get(`/api/papers/${server.closed}`)).status).toBe(404);
    expect((await get('/')).text).not.toContain(secret);
  });

  it('a collection that is made later is open at once', async () => {
    server.corpus.collections.add('not-made-yet', [server.closed]);
    expect(await keysSeen()).toEqual([server.closed, server.open].toSorted());
    server.corpus.collections.delete('not-made-yet');
    expect(await keysSeen()).toEqual([server.open]);
  });
});

describe('with a key', () => {
  it('what it was made for can be read, until it is revoked', async () => {
    const { id, secret: key } = server.corpus.keys.add({ label: 'closed', collections: ['closed'] });
    expect(await keysSeen(`Bearer ${key}`)).toEqual([server.closed]);
    expect(await keysSeen(`bearer  ${key}`)).toEqual([server.closed]);
    server.corpus.keys.revoke(id);
    const refused = await get('/api/papers', `Bearer ${key}`);
    expect([refused.status, codeOf(refused)]).toEqual([401, 'api/bad-key']);
  });

  it('for all papers each collection can be read by itself', async () => {
    const bearer = `Bearer ${server.corpus.keys.add({ label: 'all' }).secret}`;
    expect(await keysSeen(bearer)).toHaveLength(2);
    expect(await keysSeen(bearer, '?collection=closed')).toEqual([server.closed]);
    const count = `/sparql/closed?query=${encodeURIComponent('SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }')}`;
    expect((await get(`${count}&format=csv`, bearer)).text).toBe('n\r\n1\r\n');
    const missing = await get('/sparql/nowhere?query=ASK{}', bearer);
    expect([missing.status, codeOf(missing)]).toEqual([404, 'corpus/unknown-collection']);
  });

  it('of the owner, which the folder of the corpus holds while the server runs, everything can be read', async () => {
    expect(await keysSeen('Bearer the-owner')).toHaveLength(2);
  });

  it.each([
    ['a key that nobody made', `Bearer askg_${'x'.repeat(43)}`],
    ['no key', 'Bearer'],
    ['two keys', 'Bearer a b'],
    ['a password', 'Basic YTpi'],
    ['nothing', ''],
  ])('%s is refused instead of being taken for none', async (_, authorization) => {
    for (const path of ['/api/papers', '/ontology', '/sparql?query=ASK{}', '/health/live']) {
      const response = await get(path, authorization);
      expect([response.status, codeOf(response)]).toEqual([401, 'api/bad-key']);
      expect(response.headers['www-authenticate']).toBe('Bearer realm="askg", error="invalid_token"');
    }
  });
});
