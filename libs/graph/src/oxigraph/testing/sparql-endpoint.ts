import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { namedNode, Store } from 'oxigraph';
import type { ServerSettings } from '../../sparql-http/server-settings.ts';

/** What a request to the endpoint was. */
export type Asked = { method: string; path: string; parameters: URLSearchParams; authorization: string | undefined };

/** A small SPARQL server over an engine in this process: query, update and Graph Store Protocol. */
export class SparqlEndpoint {
  store = new Store();
  hasUnion = true;
  readonly asked: Asked[] = [];
  /** Answers in place of the store where it returns true. */
  intercept: (asked: Asked, response: ServerResponse) => boolean = () => false;
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #port = 0;

  async start(): Promise<ServerSettings> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
    const url = `http://127.0.0.1:${this.#port}`;
    return { query: `${url}/query`, update: `${url}/update`, graphStore: `${url}/store` };
  }

  /** What it holds stays. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const body = await text(request);
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
    const parameters = isForm ? new URLSearchParams(body) : searchParams;
    const { method = '', headers } = request;
    const asked: Asked = { method, path: pathname, parameters, authorization: headers.authorization };
    this.asked.push(asked);
    if (this.intercept(asked, response)) return;
    try {
      this.#answer(asked, body, headers.accept ?? '', response);
    } catch (error) {
      response.writeHead(400).end((error as Error).message);
    }
  }

  #answer({ path, parameters }: Asked, body: string, accept: string, response: ServerResponse): void {
    if (path === '/query') {
      const graphs = (name: string) => parameters.getAll(name).map((iri) => namedNode(iri));
      const [defaults, named] = [graphs('default-graph-uri'), graphs('named-graph-uri')];
      const isOwn = defaults.length + named.length === 0;
      const result = this.store.query(parameters.get('query') ?? '', {
        results_format: accept,
        ...(isOwn ? { use_default_graph_as_union: this.hasUnion } : { default_graph: defaults, named_graphs: named }),
      });
      response.writeHead(200, { 'content-type': accept }).end(result);
    } else if (path === '/update') {
      this.store.update(body);
      response.writeHead(204).end();
    } else if (path === '/store') {
      const graph = namedNode(parameters.get('graph') ?? '');
      this.store.update(`DROP SILENT GRAPH ${graph.toString()}`);
      this.store.load(body, { format: 'application/n-triples', to_graph_name: graph });
      response.writeHead(204).end();
    } else response.writeHead(404).end();
  }
}
