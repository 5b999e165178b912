import { GraphError } from '../graph-error.ts';
import type { DatasetGraphs } from '../store.ts';
import { readComplaint, readLimited } from './read-limited.ts';
import { failure, isStaleConnection, type Purpose, refusal } from './server-failure.ts';
import type { ServerSettings } from './server-settings.ts';

export type ServerQuery = {
  text: string;
  /** What the reply may be written in. */
  accept: string;
  /** Without it the server's own: the union of all graphs. */
  dataset?: DatasetGraphs | undefined;
  /** Bytes above which the reply is refused. */
  bytes: number;
  /** Milliseconds after which the server may give up by itself. */
  timeoutMs?: number;
  signal: AbortSignal;
};

export type ServerReply = { mediaType: string; text: string };

/** The protocols of one SPARQL 1.1 server: Query, Update and Graph Store. What goes wrong is told in our codes. */
export class ServerConnection {
  readonly settings: ServerSettings;
  readonly #headers: Readonly<Record<string, string>>;
  #isFuseki = false;

  constructor(settings: ServerSettings) {
    this.settings = settings;
    const { credentials } = settings;
    this.#headers =
      credentials === undefined ? {} : { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
  }

  /**
   * Always by POST, with the dataset as protocol parameters: servers with a union default graph may pass over FROM.
   * @throws GraphError `graph/invalid-query`, `graph/query-failed`, `graph/timeout`, `graph/result-too-large`,
   * `graph/unreachable`, `graph/server-refused`
   */
  async query({ text, accept, dataset, bytes, timeoutMs, signal }: ServerQuery): Promise<ServerReply> {
    const body = new URLSearchParams({ query: text });
    for (const graph of dataset?.default ?? []) body.append('default-graph-uri', graph);
    for (const graph of dataset?.named ?? []) body.append('named-graph-uri', graph);
    // Whole seconds to one server, milliseconds to another: sent only where it is known what it means.
    if (this.#isFuseki && timeoutMs !== undefined) {
      body.append('timeout', String(Math.max(1, Math.ceil(timeoutMs / 1000))));
    }
    const { query: url } = this.settings;
    const response = await this.#send(url, 'query', { method: 'POST', headers: { accept }, body, signal });
    this.#isFuseki = response.headers.has('fuseki-request-id');
    const mediaType = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
    try {
      return { mediaType, text: await readLimited(response, bytes) };
    } catch (error) {
      if (signal.aborted) throw error;
      throw failure(url, error);
    }
  }

  /** @throws GraphError `graph/unreachable`, `graph/server-refused`, `graph/timeout` */
  async update(text: string, signal: AbortSignal): Promise<void> {
    const headers = { 'content-type': 'application/sparql-update' };
    const response = await this.#send(this.settings.update, 'update', { method: 'POST', headers, body: text, signal });
    await response.body?.cancel();
  }

  /**
   * Puts one named graph in the place of what stood there.
   * @param ntriples UTF-8, each line one triple
   * @throws GraphError as `update`, and `graph/unloadable-graph` when the server cannot read it
   */
  async put(graph: string, ntriples: string, signal: AbortSignal): Promise<void> {
    const { graphStore } = this.settings;
    if (graphStore === undefined) return this.putAll([{ name: graph, ntriples }], signal);
    const url = new URL(graphStore);
    url.searchParams.set('graph', graph);
    const headers = { 'content-type': 'application/n-triples' };
    const response = await this.#send(url.href, 'put', { method: 'PUT', headers, body: ntriples, signal });
    await response.body?.cancel();
  }

  /** Puts several graphs by one update. @throws GraphError as `update` */
  async putAll(graphs: readonly { name: string; ntriples: string }[], signal: AbortSignal): Promise<void> {
    const puts = graphs.map(
      ({ name, ntriples }) => `DROP SILENT GRAPH <${name}> ;\nINSERT DATA { GRAPH <${name}> {\n${ntriples}} }`,
    );
    await this.update(puts.join(' ;\n'), signal);
  }

  /** @throws GraphError as `update` */
  async drop(graphs: readonly string[], signal: AbortSignal): Promise<void> {
    await this.update(graphs.map((graph) => `DROP SILENT GRAPH <${graph}>`).join(' ;\n'), signal);
  }

  async #send(url: string, purpose: Purpose, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
    // Where the credentials go is what the operator wrote, and nowhere else.
    const request: RequestInit = { ...init, redirect: 'manual', headers: { ...this.#headers, ...init.headers } };
    let response: Response;
    try {
      response = await fetch(url, request).catch((error: unknown) => {
        if (init.signal.aborted || !isStaleConnection(error)) throw error;
        return fetch(url, request);
      });
    } catch (error) {
      if (init.signal.aborted) throw error;
      throw failure(addressOf(url), error);
    }
    if (response.ok) return response;
    const complaint = await readComplaint(response);
    if (response.status < 400) {
      throw new GraphError(
        'graph/server-refused',
        `The SPARQL server at ${addressOf(url)} wants to be asked elsewhere.`,
      );
    }
    throw refusal(addressOf(url), purpose, response.status, complaint);
  }
}

/** Without the parameters, which change from request to request. */
function addressOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
