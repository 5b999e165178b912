import { setTimeout as delay } from 'node:timers/promises';
import type { Corpus } from '@askg/corpus';
import { GraphError } from '../graph-error.ts';
import { guardInTurn } from '../guard/guard-in-turn.ts';
import type { GuardedQuery, GuardOptions } from '../guard/guarded-query.ts';
import { ClientLedger, type ClientLimits } from '../oxigraph/client-ledger.ts';
import { chooseMediaType } from '../results/choose-media-type.ts';
import type { ResultFormat } from '../results/media-types.ts';
import type { GraphStore, QueryOptions, QueryResult, ResultLimits, StoreStatus } from '../store.ts';
import { chooseDataset } from './choose-dataset.ts';
import { ProjectedState } from './projected-state.ts';
import { ServerConnection } from './server-connection.ts';
import { ServerFacts } from './server-facts.ts';
import { ServerHealth, type ServerNews } from './server-health.ts';
import type { ServerSettings } from './server-settings.ts';
import { acceptedReply, writeReply } from './write-reply.ts';

export type SparqlServerOptions = {
  settings: ServerSettings;
  corpus: Pick<Corpus, 'baseIri' | 'commitNumber' | 'projections'>;
  /** Milliseconds of a monotone clock. */
  now: () => number;
  /** Longest time of a query in milliseconds; default 30,000. */
  deadlineMs?: number;
  /** Most that a query may be allowed; default 100,000 rows and 64 MiB. */
  limits?: Partial<ResultLimits>;
  guard?: Omit<GuardOptions, 'rows' | 'mayRead'>;
  /** Queries that the server is given at the same time; default 16. */
  queries?: number;
  /** What one client may take; default 8 queries at the same time, and no more time than there is. */
  clientLimits?: Partial<ClientLimits>;
};

const mebibyte = 1024 * 1024;
const wholeLength = 256 * 1024;
/** Milliseconds between looks whether a commit has been projected. */
const pollMs = 50;
/** Milliseconds that a query waits for a commit. */
const patienceMs = 5000;
/** Milliseconds between two counts of what the server holds. */
const countMs = 30_000;

/**
 * A SPARQL 1.1 server behind the guard. It holds what a `ServerProjection` has put there, which may be some commits behind the
 * corpus; each answer says which commit it is from.
 */
export class SparqlServer implements GraphStore {
  readonly #options: SparqlServerOptions;
  readonly #connection: ServerConnection;
  readonly #facts: ServerFacts;
  readonly #state: ProjectedState;
  readonly #clients: ClientLedger;
  readonly #limits: ResultLimits;
  readonly #health = new ServerHealth();
  readonly #ending = new AbortController();
  #running = 0;
  #countedAt = -Infinity;
  #shown = 0;

  constructor(options: SparqlServerOptions) {
    this.#options = options;
    this.#connection = new ServerConnection(options.settings);
    this.#facts = new ServerFacts(this.#connection, options.corpus.baseIri);
    this.#state = new ProjectedState(options.corpus);
    const { queries = 8, millisecondsPerMinute = 60_000 * (options.queries ?? 16) } = options.clientLimits ?? {};
    this.#clients = new ClientLedger({ queries, millisecondsPerMinute }, options.now);
    this.#limits = { rows: options.limits?.rows ?? 100_000, bytes: options.limits?.bytes ?? 64 * mebibyte };
  }

  /** Resolves once the server answers and holds a commit, however long that takes. @throws GraphError `graph/closed` */
  async start(): Promise<void> {
    while (!(await this.#isUp())) {
      if (this.#ending.signal.aborted) throw closed();
      await delay(10 * pollMs, undefined, { signal: this.#ending.signal }).catch(() => undefined);
    }
  }

  async query(sparql: string, options: QueryOptions = {}): Promise<QueryResult> {
    const startedAt = this.#options.now();
    const { client } = options;
    if (this.#ending.signal.aborted) throw closed();
    if (client === undefined) return this.#answer(sparql, options, startedAt);
    this.#clients.open(client);
    try {
      return await this.#answer(sparql, options, startedAt);
    } finally {
      this.#clients.charge(client, this.#options.now() - startedAt);
      this.#clients.close(client);
    }
  }

  /** The newest commit that the server holds in full; it never goes back. */
  commit(): number {
    this.#shown = Math.max(this.#shown, this.#state.commit ?? 0);
    return this.#shown;
  }

  status(): StoreStatus {
    const { commit, graphs } = this.#state;
    return { ...this.#health.status({ commit, graphs: graphs.size }, this.#running), commit: this.commit() };
  }

  /** Takes what the keeper of the projection finds. */
  heard(news: ServerNews): void {
    this.#health.hear(news);
    if (news.failure !== undefined) void this.#isUp();
    else if (news.loading === undefined) void this.#count();
  }

  async close(): Promise<void> {
    this.#ending.abort();
  }

  async #answer(sparql: string, options: QueryOptions, startedAt: number): Promise<QueryResult> {
    const rows = Math.min(options.limits?.rows ?? Infinity, this.#limits.rows);
    const bytes = Math.min(options.limits?.bytes ?? Infinity, this.#limits.bytes);
    const query = await guardInTurn(sparql, { ...this.#options.guard, base: options.base, rows });
    const format = chooseMediaType(options.accept, query.kind, options.format);
    if (options.signal?.aborted === true) throw new GraphError('graph/cancelled', 'The query was cancelled at once.');
    const { queries = 16 } = this.#options;
    if (this.#running >= queries) throw new GraphError('graph/busy', `${this.#running} queries are under way.`);
    this.#running += 1;
    try {
      const result = await this.#evaluate(query, format, options, { rows, bytes });
      return { ...result, ms: this.#options.now() - startedAt };
    } finally {
      this.#running -= 1;
    }
  }

  async #evaluate(
    query: GuardedQuery,
    format: ResultFormat,
    options: QueryOptions,
    limits: ResultLimits,
  ): Promise<Omit<QueryResult, 'ms'>> {
    const ms = Math.min(options.deadlineMs ?? Infinity, this.#options.deadlineMs ?? 30_000);
    const deadline = AbortSignal.timeout(ms);
    const signal = AbortSignal.any([
      deadline,
      this.#ending.signal,
      ...(options.signal === undefined ? [] : [options.signal]),
    ]);
    try {
      await this.#awaitCommit(options.atLeastCommit ?? 0, signal);
      const commit = this.commit();
      const dataset = chooseDataset({
        query,
        options,
        standing: this.#state.graphs,
        base: this.#options.corpus.baseIri,
        // Without a union default graph each query is given all graphs by name: slower, and as right.
        hasUnion: await this.#facts.hasUnion(signal),
      });
      const reply = await this.#connection.query({
        text: query.text,
        accept: acceptedReply(query.kind),
        dataset,
        // JSON and N-Triples are at most four times as long as the shortest format.
        bytes: 4 * limits.bytes,
        timeoutMs: ms,
        signal,
      });
      this.#health.isWell();
      const { text, rows, bytes } = writeReply(reply, query, format, limits);
      const body = text.length <= wholeLength ? text : chunksOf(text);
      return { kind: query.kind, mediaType: format.mediaType, body, rows, bytes, commit };
    } catch (error) {
      if (this.#ending.signal.aborted) throw closed();
      if (deadline.aborted) throw new GraphError('graph/timeout', `The deadline of ${ms} ms passed while it ran.`);
      if (signal.aborted) throw new GraphError('graph/cancelled', 'The client no longer waits for the result.');
      this.#note(error);
      throw error;
    }
  }

  /** The keeper needs a moment for each commit; while the server is being filled there is nothing to wait for. */
  async #awaitCommit(wanted: number, signal: AbortSignal): Promise<void> {
    const newest = this.#options.corpus.commitNumber();
    if (wanted > newest) {
      throw new GraphError('graph/unknown-commit', `Commit ${wanted} was asked for; the newest is ${newest}.`);
    }
    const giveUpAt = this.#options.now() + patienceMs;
    let { commit } = this.#state;
    while (commit !== undefined && commit < wanted && this.#options.now() < giveUpAt) {
      await delay(pollMs, undefined, { signal });
      ({ commit } = this.#state);
    }
    if (commit !== undefined && commit >= wanted) return;
    const { failure, progress } = this.#health;
    if (failure !== undefined) throw new GraphError(failure.code, failure.message, { cause: failure });
    const { query: url } = this.#options.settings;
    const detail =
      commit === undefined
        ? `The SPARQL server at ${url} is being filled${progress}.`
        : `The SPARQL server at ${url} holds commit ${commit}; commit ${wanted} has not come there yet.`;
    throw new GraphError('graph/not-ready', detail);
  }

  /** For the status only, and so not after each commit of many. */
  async #count(): Promise<void> {
    const { now } = this.#options;
    if (now() - this.#countedAt < countMs) return;
    this.#countedAt = now();
    const signal = AbortSignal.any([this.#ending.signal, AbortSignal.timeout(countMs)]);
    const quads = await this.#facts.countQuads(signal).catch(() => undefined);
    this.#health.quads = quads ?? this.#health.quads;
  }

  async #isUp(): Promise<boolean> {
    if (this.#state.commit === undefined) return false;
    this.#facts.forget();
    try {
      await this.#facts.hasUnion(AbortSignal.any([this.#ending.signal, AbortSignal.timeout(patienceMs)]));
      this.#health.isWell();
      return true;
    } catch (error) {
      this.#note(error);
      return false;
    }
  }

  #note(error: unknown): void {
    if (this.#health.note(error)) this.#facts.forget();
  }
}

function closed(): GraphError {
  return new GraphError('graph/closed', 'The graph store has been closed.');
}

async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.from(text);
  for (let start = 0; start < buffer.length; start += mebibyte) yield buffer.subarray(start, start + mebibyte);
}
