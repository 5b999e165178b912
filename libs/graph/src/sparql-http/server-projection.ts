import type { Corpus } from '@askg/corpus';
import { GraphError } from '../graph-error.ts';
import { bookkeepingGraph, epochQuery, epochTriple } from './bookkeeping.ts';
import {
  forgetServer,
  isForeign,
  leanMark,
  newEpoch,
  type ProjectionMark,
  readMark,
  writeMark,
} from './projection-mark.ts';
import { readRows } from './read-reply.ts';
import { GraphWriter } from './graph-writer.ts';
import type { ServerConnection } from './server-connection.ts';
import type { StepReport } from './step-report.ts';
import { within } from './within.ts';

/** What is needed of the corpus. */
export type ProjectedCorpus = Pick<Corpus, 'id' | 'baseIri' | 'snapshot' | 'readGraph' | 'projections'>;

export type ServerProjectionOptions = {
  corpus: ProjectedCorpus;
  server: ServerConnection;
  /** A word that was never given before. */
  newId: () => string;
  /** Longest time of one request in milliseconds; default 120,000. */
  requestMs?: number;
  /** UTF-16 units of N-Triples from which on graphs are sent; default 1,048,576. */
  batchLength?: number;
};

export type StepOptions = {
  signal: AbortSignal;
  /** Fills the server anew, whatever it holds. */
  anew?: boolean;
  /** Graphs put or dropped, of all that differ. */
  progress?: (done: number, total: number, graph: string) => void;
};

/** Graphs that one update drops. */
const dropBatch = 100;
const replyBytes = 256 * 1024 ** 2;

/**
 * The graphs of the corpus in a SPARQL server: each named graph whole and by itself, so that it can be ended at any moment
 * and goes on where it was. The catalog says which version of each graph stands there.
 */
export class ServerProjection {
  readonly #options: ServerProjectionOptions;

  constructor(options: ServerProjectionOptions) {
    this.#options = options;
  }

  /**
   * Brings the server to what the corpus holds now. Only by the one who holds the graph lease.
   * @throws GraphError `graph/unreachable`, `graph/server-refused`, `graph/foreign-server`, `graph/timeout`; the reason of the
   * signal
   */
  async bringInStep(options: StepOptions): Promise<StepReport> {
    const { corpus, newId } = this.#options;
    const known = options.anew === true ? undefined : await this.#knownMark(options.signal);
    const { commit, graphs } = corpus.snapshot();
    const wanted = new Set(graphs.map(({ name }) => name));
    const report: StepReport = { commit, put: 0, triples: 0, dropped: 0, graphs: graphs.length, problems: [] };
    if (known === undefined) await this.#leave(wanted, report, options.signal);
    const mark = known ?? forgetServer(corpus, newId);
    const standing = corpus.projections.standing('sparql');
    const gone = [...standing.keys()].filter((name) => !wanted.has(name));
    const changed = graphs.filter(({ name, digest }) => standing.get(name) !== digest);
    const isFilling = mark.commit === undefined;
    let { epoch } = mark;
    if (isFilling || gone.length + changed.length > 0) {
      epoch = await this.#nextEpoch(mark, options.signal);
      const strangers = isFilling ? await this.#strangers(wanted, options.signal) : [];
      const total = report.dropped + gone.length + strangers.length + changed.length;
      const told = (graph: string): void => options.progress?.(report.dropped + report.put, total, graph);
      await this.#drop([...new Set([...gone, ...strangers])], report, told, options.signal);
      const writer = new GraphWriter({ ...this.#options, report, told });
      await writer.put(changed, options.signal);
    }
    if (mark.commit !== commit || mark.epoch !== epoch) {
      corpus.projections.remark('sparql', writeMark({ ...withEpoch(mark, epoch), commit }));
    }
    return report;
  }

  /**
   * The mark of the catalog, as long as it is about what the server holds.
   * @throws GraphError `graph/foreign-server`
   */
  async #knownMark(signal: AbortSignal): Promise<ProjectionMark | undefined> {
    const { corpus, server } = this.#options;
    const mark = readMark(corpus.projections.instance('sparql'));
    const reply = await server.query({
      text: epochQuery(corpus.baseIri),
      accept: 'application/sparql-results+json',
      bytes: replyBytes,
      signal: within(signal, this.#options.requestMs),
    });
    const epoch = readRows(reply.text).rows[0]?.['epoch']?.value;
    if (epoch !== undefined && isForeign(epoch, corpus)) {
      const detail = `${server.settings.query} holds another corpus with the base ${corpus.baseIri}.`;
      throw new GraphError('graph/foreign-server', detail);
    }
    const isIts = mark !== undefined && epoch !== undefined && (epoch === mark.epoch || epoch === mark.next);
    return isIts && mark.lean === leanMark ? mark : undefined;
  }

  /** Drops what was put there under names that the corpus no longer has, before the catalog forgets them. */
  async #leave(wanted: ReadonlySet<string>, report: StepReport, signal: AbortSignal): Promise<void> {
    const { baseIri, projections } = this.#options.corpus;
    const before = readMark(projections.instance('sparql'));
    if (before === undefined) return;
    const names = [...projections.standing('sparql').keys()].filter((name) => !wanted.has(name));
    if (before.base !== baseIri) names.push(bookkeepingGraph(before.base));
    await this.#drop(names, report, () => undefined, signal);
  }

  /** Both sides know the new epoch before anything else is changed. */
  async #nextEpoch(mark: ProjectionMark, signal: AbortSignal): Promise<string> {
    const { corpus, server, newId } = this.#options;
    const next = newEpoch(corpus, newId);
    const { baseIri, projections } = corpus;
    projections.remark('sparql', writeMark({ ...mark, next }));
    await server.put(bookkeepingGraph(baseIri), epochTriple(baseIri, next), within(signal, this.#options.requestMs));
    projections.remark('sparql', writeMark(withEpoch(mark, next)));
    return next;
  }

  /** Graphs under the base of this corpus that it does not have; those of others are left alone. */
  async #strangers(wanted: ReadonlySet<string>, signal: AbortSignal): Promise<string[]> {
    const { corpus, server } = this.#options;
    const text = 'SELECT DISTINCT ?graph { GRAPH ?graph { ?s ?p ?o } }';
    const accept = 'application/sparql-results+json';
    const reply = await server.query({
      text,
      accept,
      bytes: replyBytes,
      signal: within(signal, this.#options.requestMs),
    });
    const base = corpus.baseIri;
    return readRows(reply.text).rows.flatMap(({ graph }) =>
      graph?.type === 'uri' && graph.value.startsWith(base) && isStranger(graph.value, base, wanted)
        ? [graph.value]
        : [],
    );
  }

  async #drop(
    names: readonly string[],
    report: StepReport,
    told: (graph: string) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { corpus, server } = this.#options;
    for (let start = 0; start < names.length; start += dropBatch) {
      const batch = names.slice(start, start + dropBatch);
      await server.drop(batch, within(signal, this.#options.requestMs));
      for (const name of batch) {
        corpus.projections.set('sparql', name, null);
        report.dropped += 1;
        told(name);
      }
    }
  }
}

function withEpoch({ next: _next, ...mark }: ProjectionMark, epoch: string): ProjectionMark {
  return { ...mark, epoch };
}

function isStranger(name: string, base: string, wanted: ReadonlySet<string>): boolean {
  return name !== bookkeepingGraph(base) && !wanted.has(name);
}
