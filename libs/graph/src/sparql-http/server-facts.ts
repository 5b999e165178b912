import { GraphError } from '../graph-error.ts';
import { epochExistsQuery, unionQuery } from './bookkeeping.ts';
import { readBoolean, readRows } from './read-reply.ts';
import type { ServerConnection } from './server-connection.ts';
import { acceptedReply } from './write-reply.ts';

const bytes = 1024 * 1024;

/** What is asked of a server about itself, and remembered. */
export class ServerFacts {
  readonly #connection: ServerConnection;
  readonly #base: string;
  #hasUnion: boolean | undefined;

  /** @param base base IRI of the corpus that it holds */
  constructor(connection: ServerConnection, base: string) {
    this.#connection = connection;
    this.#base = base;
  }

  /** The next server at this address may be another one. */
  forget(): void {
    this.#hasUnion = undefined;
  }

  /**
   * Whether it shows its named graphs in its default graph.
   * @throws GraphError `graph/not-ready` when what was put there is gone; as `ServerConnection.query`
   */
  async hasUnion(signal: AbortSignal): Promise<boolean> {
    if (this.#hasUnion !== undefined) return this.#hasUnion;
    const hasUnion = await this.#asks(unionQuery(this.#base), signal);
    if (!hasUnion && !(await this.#asks(epochExistsQuery(this.#base), signal))) {
      const { query: url } = this.#connection.settings;
      throw new GraphError('graph/not-ready', `The SPARQL server at ${url} has lost its graphs and is filled anew.`);
    }
    this.#hasUnion = hasUnion;
    return hasUnion;
  }

  /** The number of quads in its named graphs, but the one of the bookkeeping. @throws GraphError as `ServerConnection.query` */
  async countQuads(signal: AbortSignal): Promise<number> {
    const text = 'SELECT (COUNT(*) AS ?quads) { GRAPH ?g { ?s ?p ?o } }';
    const reply = await this.#connection.query({ text, accept: acceptedReply('bindings'), bytes, signal });
    return Math.max(0, Number(readRows(reply.text).rows[0]?.['quads']?.value ?? 0) - 1);
  }

  async #asks(text: string, signal: AbortSignal): Promise<boolean> {
    const reply = await this.#connection.query({ text, accept: acceptedReply('boolean'), bytes, signal });
    return readBoolean(reply.text);
  }
}
