import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { bulkWrite } from './bulk-write.ts';
import { OpenSearchClient } from './open-search-client.ts';

type Item = { index?: object; delete?: object };
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that takes in bulks as told. @returns a client of it, and the ids of each bulk that came */
async function serving(outcome: (id: string, bulk: number) => object): Promise<[OpenSearchClient, string[][]]> {
  const bulks: string[][] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const actions = text
      .split('\n')
      .filter((line) => line.startsWith('{"index"') || line.startsWith('{"delete"'))
      .map((line) => JSON.parse(line) as Record<string, { _id: string }>);
    const ids = actions.map((action) => Object.values(action).map(({ _id: id }) => id)[0] ?? '');
    bulks.push(ids);
    const items = actions.map((action, i): Item => ({
      [Object.keys(action)[0] ?? '']: outcome(ids[i] ?? '', bulks.length),
    }));
    response.end(JSON.stringify({ errors: items.some((item) => JSON.stringify(item).includes('error')), items }));
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return [new OpenSearchClient({ nodes: [`http://127.0.0.1:${(server.address() as AddressInfo).port}`] }), bulks];
}

const write = (id: string, text = 'x') => ({ index: 'i', id, document: { text } });
const error = (status: number, type: string) => ({ status, error: { type, reason: `${type}!` } });

describe('writing in bulk', () => {
  it('sends again what the server was too busy for, and nothing else', async () => {
    const [client, bulks] = await serving((id, bulk) =>
      id === 'b' && bulk < 3 ? error(429, 'busy') : { status: 201 },
    );
    await bulkWrite(client, [write('a'), write('b'), write('c')]);
    expect(bulks).toEqual([['a', 'b', 'c'], ['b'], ['b']]);
  });

  it('takes what is already gone for deleted', async () => {
    const [client] = await serving(() => error(404, 'not_found'));
    await expect(bulkWrite(client, [{ index: 'i', id: 'a' }])).resolves.toBeUndefined();
  });

  it('says what was refused', async () => {
    const [client] = await serving((id) => (id === 'b' ? error(400, 'mapper') : { status: 201 }));
    const refused = expect.objectContaining({ code: 'retrieval/server-refused' });
    await expect(bulkWrite(client, [write('a'), write('b')])).rejects.toEqual(refused);
    const [full] = await serving(() => error(403, 'cluster_block_exception'));
    const blocked = expect.objectContaining({ code: 'retrieval/not-writable' });
    await expect(bulkWrite(full, [write('a')])).rejects.toEqual(blocked);
  });

  it('divides what is too large for one request', async () => {
    const [client, bulks] = await serving(() => ({ status: 201 }));
    await bulkWrite(
      client,
      ['a', 'b', 'c'].map((id) => write(id, 'x'.repeat(2_000_000))),
    );
    expect(bulks).toEqual([['a', 'b'], ['c']]);
  });
});
