import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import type { GraphStore, QueryOptions, QueryResult } from '@askg/graph';
import { setPrincipal } from '../access/principal.ts';
import { send } from '../testing/http-client.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { asClient, ClientStore } from './asking-client.ts';

/** Passes queries on, and notes in whose name they come. */
class NotingStore extends ClientStore {
  readonly clients: (string | undefined)[] = [];

  override query(sparql: string, options: QueryOptions = {}): Promise<QueryResult> {
    this.clients.push(options.client);
    return super.query(sparql, options);
  }
}

let noting: NotingStore;
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer('https://kg.example.org/id/', {
    around: (store) => (noting = new NotingStore(store)),
  });
});

afterAll(() => server.close());

describe('queries count for whoever makes the request', () => {
  const target = `/sparql?query=${encodeURIComponent('ASK {}')}`;

  it('by its key or its address, on the page and as data alike', async () => {
    const { id, secret } = server.corpus.keys.add({ label: 'somebody' });
    const key = { authorization: `Bearer ${secret}` };
    const asked: Record<string, string>[] = [{}, key, { ...key, accept: 'text/html' }];
    noting.clients.length = 0;
    for (const headers of asked) await send(server.url, target, { headers });
    expect(noting.clients).toEqual(['address:127.0.0.1', `key:${id}`, `key:${id}`]);
  });

  it('through all that is begun for it, and no further', async () => {
    const clients: (string | undefined)[] = [];
    const inner = { query: async (_: string, { client }: QueryOptions) => clients.push(client) };
    const store = new ClientStore(inner as unknown as GraphStore);
    async function* answer(): AsyncGenerator<number> {
      for (let step = 0; step < 2; step += 1) {
        await delay(1);
        await Promise.all([store.query('ASK {}'), store.query('ASK {}')]);
        yield step;
      }
    }
    const request = {} as Request;
    setPrincipal(request, { id: 'key:1', scopes: new Set(), isAnonymous: false });
    await new Promise<void>((resolve, reject) => {
      asClient(request, {} as Response, () => {
        (async () => {
          for await (const _ of answer()) await delay(1);
        })().then(resolve, reject);
      });
    });
    await store.query('ASK {}');
    expect(clients).toEqual(['key:1', 'key:1', 'key:1', 'key:1', undefined]);
  });
});
