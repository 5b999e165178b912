import { CodedError } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import { leanNQuads } from '@askg/ddm';
import { GraphError } from '../graph-error.ts';
import type { ServerConnection } from './server-connection.ts';
import type { StepReport } from './step-report.ts';
import { triplesOf } from './triples-of.ts';
import { within } from './within.ts';

export type GraphWriterOptions = {
  corpus: Pick<Corpus, 'readGraph' | 'projections'>;
  server: ServerConnection;
  /** Longest time of one request in milliseconds; default 120,000. */
  requestMs?: number;
  /** UTF-16 units of N-Triples from which on graphs are sent; default 1,048,576. */
  batchLength?: number;
  /** Where what was put is counted. */
  report: StepReport;
  /** Called with the name of each graph that was put. */
  told: (graph: string) => void;
};

type Graph = { name: string; digest: string };
type ReadGraph = Graph & { ntriples: string; triples: number };

/** While the server writes some graphs, others are read. */
const writers = 2;

/** Puts graphs of the corpus into a server, and records in the catalog which of them stand there. */
export class GraphWriter {
  readonly #options: GraphWriterOptions;
  /** Until the server has refused several graphs in one update. */
  #mayBatch = true;

  constructor(options: GraphWriterOptions) {
    this.#options = options;
  }

  /** @throws GraphError `graph/unreachable`, `graph/server-refused`, `graph/timeout`; the reason of the signal */
  async put(graphs: readonly Graph[], signal: AbortSignal): Promise<void> {
    const left = graphs[Symbol.iterator]();
    const ending = new AbortController();
    const both = AbortSignal.any([signal, ending.signal]);
    const write = async (): Promise<void> => {
      for (let batch = await this.#read(left, both); batch.length > 0;) {
        await this.#putBatch(batch, both);
        for (const { name } of batch) this.#options.told(name);
        batch = await this.#read(left, both);
      }
    };
    try {
      await Promise.all(Array.from({ length: writers }, write));
    } catch (error) {
      ending.abort();
      throw error;
    }
  }

  /** Reads graphs up to the size of a batch. One that cannot be read is told of, and no older version of it stays. */
  async #read(left: Iterator<Graph>, signal: AbortSignal): Promise<ReadGraph[]> {
    const { corpus, batchLength = 1024 * 1024 } = this.#options;
    const batch: ReadGraph[] = [];
    for (let length = 0; length < batchLength;) {
      signal.throwIfAborted();
      const { value: graph } = left.next() as { value: Graph | undefined };
      if (graph === undefined) break;
      try {
        const triples = triplesOf(graph.name, leanNQuads(await corpus.readGraph(graph.digest)));
        const ntriples = triples.join('');
        batch.push({ ...graph, ntriples, triples: triples.length });
        length += ntriples.length;
      } catch (error) {
        await this.#leaveOut(graph.name, error, signal);
      }
    }
    return batch;
  }

  /** Several graphs go by one update, which servers write several times faster than each by itself. */
  async #putBatch(batch: readonly ReadGraph[], signal: AbortSignal): Promise<void> {
    const { corpus, server, report } = this.#options;
    const isTogether = batch.length > 1 && this.#mayBatch && (await this.#putTogether(batch, signal));
    for (const { name, digest, ntriples, triples } of batch) {
      try {
        if (!isTogether) await server.put(name, ntriples, within(signal, this.#options.requestMs));
      } catch (error) {
        await this.#leaveOut(name, error, signal);
        continue;
      }
      corpus.projections.set('sparql', name, digest);
      report.put += 1;
      report.triples += triples;
    }
  }

  /** @returns false when the server does not take them together: one may be broken, or updates of that size not allowed */
  async #putTogether(batch: readonly ReadGraph[], signal: AbortSignal): Promise<boolean> {
    try {
      await this.#options.server.putAll(batch, within(signal, this.#options.requestMs));
      return true;
    } catch (error) {
      if (!(error instanceof GraphError) || error.code !== 'graph/server-refused') throw error;
      this.#mayBatch = false;
      return false;
    }
  }

  /** @throws the error when it is not about this graph */
  async #leaveOut(name: string, error: unknown, signal: AbortSignal): Promise<void> {
    if (!(error instanceof CodedError) || !isOfGraph(error.code)) throw error;
    this.#options.report.problems.push({ graph: name, code: error.code, detail: error.message });
    await this.#options.server.drop([name], within(signal, this.#options.requestMs));
    this.#options.corpus.projections.set('sparql', name, null);
  }
}

/** Faults of one graph, not of the server. */
function isOfGraph(code: string): boolean {
  return code.startsWith('corpus/') || code === 'graph/unloadable-graph';
}
