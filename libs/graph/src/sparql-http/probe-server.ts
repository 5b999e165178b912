import { CodedError } from '@askg/contract';
import { bookkeepingGraph } from './bookkeeping.ts';
import { readBoolean } from './read-reply.ts';
import { ServerConnection } from './server-connection.ts';
import type { ServerSettings } from './server-settings.ts';

/** What was found at a server, and what to do where it is not well. */
export type ServerFinding = { state: 'ok' | 'warning' | 'failure'; detail: string; advice?: string };

export type ProbeOptions = {
  /** Base IRI of the corpus. */
  base: string;
  /** A word that was never given before. */
  id: string;
  signal: AbortSignal;
};

const most = 1024 * 1024;
const accept = 'application/sparql-results+json';

/**
 * Asks a server for all that is needed of it, with a graph that is put for this and dropped again: it answers queries, takes
 * updates and graphs at the addresses that are set, and shows named graphs in its default graph.
 */
export async function probeServer(settings: ServerSettings, options: ProbeOptions): Promise<ServerFinding> {
  const probe = new Probe(new ServerConnection(settings), options);
  try {
    return await probe.run();
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { state: 'failure', detail: `${error.code}: ${error.message}`, advice: probe.advice };
  }
}

class Probe {
  advice = 'Start it, or correct SPARQL_ENDPOINT and SPARQL_CREDENTIALS.';
  readonly #server: ServerConnection;
  readonly #options: ProbeOptions;
  readonly #graph: string;

  constructor(server: ServerConnection, options: ProbeOptions) {
    this.#server = server;
    this.#options = options;
    this.#graph = `${bookkeepingGraph(options.base)}/probe/${options.id}`;
  }

  async run(): Promise<ServerFinding> {
    const { query, update, graphStore } = this.#server.settings;
    const { signal } = this.#options;
    await this.#asks('ASK {}');
    this.advice =
      graphStore === undefined
        ? 'Correct SPARQL_UPDATE_ENDPOINT and SPARQL_CREDENTIALS, and let the server take updates.'
        : 'Correct SPARQL_GRAPH_STORE and SPARQL_CREDENTIALS, and let the server take graphs (read and write).';
    const pattern = `<${this.#graph}> <${this.#graph}#is> "here"`;
    await this.#server.put(this.#graph, `${pattern} .\n`, signal);
    try {
      const isThere = await this.#asks(`ASK { GRAPH <${this.#graph}> { ${pattern} } }`);
      if (!isThere) return { state: 'failure', ...apart(query, graphStore ?? update) };
      const hasUnion = await this.#asks(`ASK { ${pattern} }`);
      return hasUnion ? { state: 'ok', detail: `answers at ${query}` } : { state: 'warning', ...withoutUnion(query) };
    } finally {
      this.advice = 'Correct SPARQL_UPDATE_ENDPOINT and SPARQL_CREDENTIALS, and let the server take updates.';
      await this.#server.drop([this.#graph], signal);
    }
  }

  async #asks(text: string): Promise<boolean> {
    const { signal } = this.#options;
    return readBoolean((await this.#server.query({ text, accept, bytes: most, signal })).text);
  }
}

function apart(query: string, write: string): { detail: string; advice: string } {
  return {
    detail: `What is written to ${write} is not found at ${query}.`,
    advice: 'Let SPARQL_ENDPOINT, SPARQL_UPDATE_ENDPOINT and SPARQL_GRAPH_STORE name the same dataset.',
  };
}

function withoutUnion(query: string): { detail: string; advice: string } {
  return {
    detail: `${query} does not show named graphs in its default graph: each query has to name all graphs, which is slow.`,
    advice:
      'Switch its union default graph on: `tdb2:unionDefaultGraph true` in the configuration of a Fuseki dataset, `--union-default-graph` for Oxigraph server.',
  };
}
