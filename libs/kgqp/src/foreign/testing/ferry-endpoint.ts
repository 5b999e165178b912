import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type GraphStore, wholeText } from '@askg/graph';

/** A SPARQL endpoint on this machine over a store. `intercept` answers in its place where it returns true. */
export async function serveGraph(store: GraphStore) {
  const control = { asked: [] as string[], intercept: (() => false) as (response: ServerResponse) => boolean };
  const server = createServer(async (request, response) => {
    const query = new URLSearchParams(await text(request)).get('query') ?? '';
    control.asked.push(query);
    if (control.intercept(response)) return;
    try {
      const { body, mediaType } = await store.query(query, { format: 'json' });
      response.writeHead(200, { 'content-type': mediaType }).end(await wholeText(body));
    } catch (error) {
      response.writeHead(400).end(String(error));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/sparql`,
    control,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
