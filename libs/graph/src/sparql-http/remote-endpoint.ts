import { guardedFetch } from '../comunica/guarded-fetch.ts';
import { GraphError } from '../graph-error.ts';
import { guardInTurn } from '../guard/guard-in-turn.ts';
import type { GuardedQuery } from '../guard/guarded-query.ts';
import { chooseMediaType } from '../results/choose-media-type.ts';
import type { ResultFormat } from '../results/media-types.ts';
import type { GraphStore, QueryOptions, QueryResult, ResultLimits, StoreStatus } from '../store.ts';
import { acceptedReply, writeReply } from './write-reply.ts';

export type RemoteEndpointOptions = {
  /** Address of the SPARQL 1.1 query endpoint, http or https. */
  url: string;
  /** Milliseconds of a monotone clock. */
  now: () => number;
  /** Also an endpoint on this machine or in a private network; default no. */
  isPrivateAllowed?: boolean;
  /** Longest time of a query in milliseconds; default 30,000. */
  deadlineMs?: number;
  /** Most that a query may bring; default 20,000 rows and 16 MiB. */
  limits?: Partial<ResultLimits>;
};

/**
 * The SPARQL endpoint of somebody else, behind the guard: read-only, no SERVICE, addresses checked, redirects refused, time
 * and bytes bounded. It has no commits; its answers are from commit 0.
 */
export class RemoteEndpoint implements GraphStore {
  readonly #options: RemoteEndpointOptions;
  readonly #limits: ResultLimits;
  readonly #ending = new AbortController();

  constructor(options: RemoteEndpointOptions) {
    this.#options = options;
    this.#limits = { rows: options.limits?.rows ?? 20_000, bytes: options.limits?.bytes ?? 16 * 1024 ** 2 };
  }

  /**
   * @throws GraphError `graph/service-refused` for an address that may not be asked, `graph/unreachable`,
   * `graph/query-failed` for a reply that is no result, `graph/timeout`, `graph/cancelled`, and what the guard throws
   */
  async query(sparql: string, options: QueryOptions = {}): Promise<QueryResult> {
    const startedAt = this.#options.now();
    const rows = Math.min(options.limits?.rows ?? Infinity, this.#limits.rows);
    const bytes = Math.min(options.limits?.bytes ?? Infinity, this.#limits.bytes);
    const query = await guardInTurn(sparql, { base: options.base, rows });
    const format = chooseMediaType(options.accept, query.kind, options.format);
    const { text, ...counts } = await this.#evaluate(query, format, options, { rows, bytes });
    const ms = this.#options.now() - startedAt;
    return { kind: query.kind, mediaType: format.mediaType, body: text, ...counts, commit: 0, ms };
  }

  commit(): number {
    return 0;
  }

  status(): StoreStatus {
    return { ready: !this.#ending.signal.aborted, commit: 0, engines: [], waiting: 0, problems: [] };
  }

  async close(): Promise<void> {
    this.#ending.abort();
  }

  async #evaluate(
    query: GuardedQuery,
    format: ResultFormat,
    options: QueryOptions,
    limits: ResultLimits,
  ): Promise<{ text: string; rows: number; bytes: number }> {
    const ms = Math.min(options.deadlineMs ?? Infinity, this.#options.deadlineMs ?? 30_000);
    const deadline = AbortSignal.timeout(Math.max(1, Math.ceil(ms)));
    const signal = AbortSignal.any([
      deadline,
      this.#ending.signal,
      ...(options.signal === undefined ? [] : [options.signal]),
    ]);
    try {
      const reply = await this.#ask(query, limits, ms, signal);
      return writeReply(reply, query, format, limits);
    } catch (error) {
      if (this.#ending.signal.aborted) throw new GraphError('graph/closed', 'The endpoint is no longer asked.');
      if (options.signal?.aborted === true) throw new GraphError('graph/cancelled', 'The client no longer waits.');
      if (deadline.aborted) throw new GraphError('graph/timeout', `${this.#options.url} took more than ${ms} ms.`);
      throw told(error);
    }
  }

  async #ask(
    { text, kind }: GuardedQuery,
    limits: ResultLimits,
    requestMs: number,
    signal: AbortSignal,
  ): Promise<{ mediaType: string; text: string }> {
    const { url, isPrivateAllowed = false } = this.#options;
    // JSON is at most four times as long as the shortest format.
    const bytes = 4 * limits.bytes;
    const fetch = guardedFetch({
      services: [url],
      isPrivateAllowed,
      requestMs: Math.ceil(requestMs) + 1000,
      requests: 1,
      bytes,
    });
    const accept = acceptedReply(kind);
    const response = await fetch(url, {
      method: 'POST',
      headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ query: text }).toString(),
      signal,
    });
    const mediaType = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
    if (/html/u.test(mediaType)) {
      throw new GraphError('graph/query-failed', `${url} answers with a page for people, and not with results.`);
    }
    return { mediaType, text: await response.text() };
  }
}

/** The words of SERVICE patterns, which a graph that is asked by itself has none of, in those of a server. */
function told(error: unknown): unknown {
  if (!(error instanceof GraphError)) return error;
  if (error.code === 'graph/service-failed' && /max size|more than \d+ bytes/u.test(error.message)) {
    return new GraphError('graph/result-too-large', error.message, { cause: error });
  }
  if (error.code === 'graph/service-failed') {
    return new GraphError('graph/unreachable', error.message, { cause: error });
  }
  if (error.code !== 'graph/service-refused') return error;
  const detail = `${error.message} With ASKG_SERVICES_PRIVATE=1 those of this machine and of private networks may be asked too.`;
  return new GraphError('graph/service-refused', detail, { cause: error });
}
