import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Endpoint } from './endpoint.ts';
import { mf, type ConformanceTest } from './manifest.ts';

const qt = 'http://www.w3.org/2001/sw/DataAccess/tests/test-query#';

/** An endpoint that a test takes for given: its address, and the file that it serves as default graph. */
export type Service = { address: string; file: string };

/** The other endpoints of a test: `qt:serviceData`. */
export function servicesOf({ manifest, node }: ConformanceTest): Service[] {
  const action = manifest.value(node, `${mf}action`);
  if (action === undefined) return [];
  return manifest.values(action, `${qt}serviceData`).flatMap((data) => {
    const [address, file] = [manifest.text(data, `${qt}endpoint`), manifest.text(data, `${qt}data`)];
    return address === undefined || file === undefined ? [] : [{ address, file }];
  });
}

/**
 * The endpoints of a test at addresses of this machine, because those that it names do not exist. Behind each is askg's own
 * endpoint with the graph as dataset; at an address that the test gives no data for, nothing is.
 */
export class OtherEndpoints {
  readonly #endpoint: Endpoint;
  readonly #services: readonly Service[];
  readonly #server: Server;

  private constructor(endpoint: Endpoint, services: readonly Service[]) {
    this.#endpoint = endpoint;
    this.#services = services;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(endpoint: Endpoint, services: readonly Service[]): Promise<OtherEndpoints> {
    const others = new OtherEndpoints(endpoint, services);
    others.#server.listen(0, '127.0.0.1');
    await once(others.#server, 'listening');
    return others;
  }

  /** The query with local addresses in SERVICE, each of them let through. */
  localise(query: string): string {
    return query.replaceAll(/(\bSERVICE\s+(?:SILENT\s+)?)<([^>]+)>/giu, (_, words: string, address: string) => {
      const { port } = this.#server.address() as AddressInfo;
      const local = `http://127.0.0.1:${port}/${this.#services.findIndex((each) => each.address === address)}`;
      this.#endpoint.services.add(local);
      return `${words}<${local}>`;
    });
  }

  async close(): Promise<void> {
    this.#endpoint.services.clear();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const service = this.#services[Number(pathname.slice(1))];
    if (service === undefined) {
      response.writeHead(502).end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    searchParams.append('default-graph-uri', service.file);
    const { 'content-type': type, accept } = request.headers;
    const reply = await this.#endpoint.send({
      method: request.method ?? 'GET',
      target: `/sparql?${searchParams.toString()}`,
      headers: {
        'x-forwarded-for': '192.0.2.1',
        ...(type === undefined ? {} : { 'content-type': type }),
        ...(accept === undefined ? {} : { accept }),
      },
      body: Buffer.concat(chunks),
    });
    response.writeHead(reply.status, { 'content-type': reply.mediaType }).end(reply.text);
  }
}
