import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { OpenSearchClient } from './open-search-client.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A node that answers in this way. @returns its address */
async function node(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const reply =
  (status: number, body: object, headers = {}) =>
  (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, headers).end(JSON.stringify(body));
const coded = (code: string): unknown => expect.objectContaining({ code });
const nowhere = 'http://127.0.0.1:1';
const get = { method: 'GET', path: '/x' } as const;

describe('requests to a cluster', () => {
  it('go to the next node when one cannot be reached', async () => {
    const client = new OpenSearchClient({ nodes: [nowhere, await node(reply(200, { ok: true }))] });
    expect(await client.send(get)).toEqual({ ok: true });
  });

  it('go to the next node when one says nothing', async () => {
    const nodes = [await node(() => undefined), await node(reply(200, { ok: true }))] as const;
    expect(await new OpenSearchClient({ nodes }).send({ ...get, deadlineMs: 2000 })).toEqual({ ok: true });
  });

  it('are sent again while the server is too busy', async () => {
    let calls = 0;
    const address = await node((request, response) =>
      reply(++calls < 3 ? 429 : 200, { calls }, { 'retry-after': '0' })(request, response),
    );
    expect(await new OpenSearchClient({ nodes: [address] }).send(get)).toEqual({ calls: 3 });
  });

  it('end with what keeps them from being answered', async () => {
    const busy = await node(reply(503, { error: { reason: 'all shards failed' } }, { 'retry-after': '0' }));
    const silent = await node(() => undefined);
    const send = (address: string, more = {}) => new OpenSearchClient({ nodes: [address] }).send({ ...get, ...more });
    await expect(send(nowhere)).rejects.toEqual(coded('retrieval/unreachable'));
    await expect(send(busy)).rejects.toThrow('GET /x: 503, all shards failed');
    await expect(send(silent, { deadlineMs: 50 })).rejects.toThrow('GET /x: it took too long');
    await expect(send(silent, { signal: AbortSignal.timeout(50) })).rejects.toEqual(coded('retrieval/cancelled'));
  });

  it('say what was refused, and why', async () => {
    const refusing = async (status: number, error: object | string) =>
      new OpenSearchClient({ nodes: [await node(reply(status, { error }))] }).send(get);
    await expect(refusing(401, 'Unauthorized')).rejects.toEqual(coded('retrieval/server-refused'));
    const full = { root_cause: [{ type: 'cluster_block_exception', reason: 'disk usage exceeded' }] };
    await expect(refusing(403, full)).rejects.toEqual(coded('retrieval/not-writable'));
    await expect(refusing(400, { reason: 'no such field' })).rejects.toThrow('GET /x: 400, no such field');
    const page = await node((_, response) => void response.end('<html>'));
    const client = new OpenSearchClient({ nodes: [page] });
    await expect(client.send(get)).rejects.toEqual(coded('retrieval/server-refused'));
  });

  it('find nothing where nothing is', async () => {
    const client = new OpenSearchClient({ nodes: [await node(reply(404, {}))] });
    expect(await client.find(get)).toBeUndefined();
    await expect(client.send(get)).rejects.toEqual(coded('retrieval/server-refused'));
  });

  it('carry credentials to the nodes and nowhere else', async () => {
    const seen: (string | undefined)[] = [];
    const elsewhere = await node((request, response) => {
      seen.push('elsewhere', request.headers.authorization);
      response.end('{}');
    });
    const address = await node((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === '/x') response.end('{}');
      else response.writeHead(302, { location: elsewhere }).end();
    });
    const client = new OpenSearchClient({ nodes: [address], credentials: { user: 'me', password: 'geheim' } });
    await client.send(get);
    expect(new Set(seen)).toEqual(new Set(['Basic bWU6Z2VoZWlt']));
    const error: unknown = await client.send({ ...get, path: '/moved' }).catch((thrown: unknown) => thrown);
    expect(String(error)).not.toContain('geheim');
    expect(seen).not.toContain('elsewhere');
  });
});
