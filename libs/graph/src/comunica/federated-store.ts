import { type ChildProcess, fork } from 'node:child_process';
import { GraphError, isGraphErrorCode } from '../graph-error.ts';
import { guardInTurn } from '../guard/guard-in-turn.ts';
import type { GuardedQuery } from '../guard/guarded-query.ts';
import { convertTriples } from '../oxigraph/loaded-graphs.ts';
import { chooseMediaType } from '../results/choose-media-type.ts';
import type { ResultFormat } from '../results/media-types.ts';
import { wholeText } from '../results/whole-text.ts';
import type { TableFormat } from '../results/write-results.ts';
import type { GraphStore, QueryOptions, QueryResult, ResultLimits, StoreStatus } from '../store.ts';
import { comunicaText } from './comunica-text.ts';
import type { FederationReply, FederationRequest } from './federation-messages.ts';
import { federationLimits, type FederationOptions } from './federation-options.ts';

export type FederatedStoreOptions = FederationOptions & {
  /** Milliseconds of a monotone clock. */
  now: () => number;
  /** Longest time of a query with SERVICE, in milliseconds. */
  deadlineMs: number;
  /** Most that a query may be allowed. */
  limits: ResultLimits;
};

const sources = import.meta.url.endsWith('.ts');
const entry = new URL(sources ? './federation-process.ts' : './federation-process.js', import.meta.url);

/**
 * A store that answers queries with SERVICE too, for the endpoints that are listed. Everything else goes to the store below
 * as it came. A federated query runs in a process of its own, which is killed at its deadline; what of it is for this graph
 * passes the guard and the limits of the store below, with the rights of the caller.
 */
export class FederatedStore implements GraphStore {
  readonly #store: GraphStore;
  readonly #options: FederatedStoreOptions;
  /** The processes that evaluate, and for whom. */
  readonly #running = new Map<ChildProcess, string | undefined>();

  constructor(store: GraphStore, options: FederatedStoreOptions) {
    this.#store = store;
    this.#options = options;
  }

  async query(sparql: string, options: QueryOptions = {}): Promise<QueryResult> {
    // Most queries are none of its business, and are not parsed twice.
    if (!/service/iu.test(sparql)) return this.#store.query(sparql, options);
    const { limits, services } = this.#options;
    const rows = Math.min(options.limits?.rows ?? Infinity, limits.rows);
    const query = await guardInTurn(sparql, { base: options.base, rows, allowedServices: services });
    if (!query.isFederated) return this.#store.query(sparql, options);
    this.#checkRoom(options.client);
    const format = chooseMediaType(options.accept, query.kind, options.format);
    return this.#evaluate(query, format, options);
  }

  commit(): number {
    return this.#store.commit();
  }

  status(): StoreStatus {
    return this.#store.status();
  }

  async close(): Promise<void> {
    for (const child of this.#running.keys()) child.kill('SIGKILL');
    await this.#store.close();
  }

  /** One client has one process at most, so that it cannot take all of them. */
  #checkRoom(client: string | undefined): void {
    if (client !== undefined && [...this.#running.values()].includes(client)) {
      throw new GraphError('graph/client-busy', 'A query of this client with SERVICE is under way.');
    }
    if (this.#running.size >= (this.#options.processes ?? 2)) {
      throw new GraphError('graph/busy', 'As many queries with SERVICE are under way as may be.');
    }
  }

  async #evaluate(query: GuardedQuery, format: ResultFormat, options: QueryOptions): Promise<QueryResult> {
    const { now, deadlineMs, limits } = this.#options;
    const startedAt = now();
    const rows = Math.min(options.limits?.rows ?? Infinity, limits.rows);
    const bytes = Math.min(options.limits?.bytes ?? Infinity, limits.bytes);
    const ms = Math.min(options.deadlineMs ?? Infinity, deadlineMs);
    const deadline = AbortSignal.timeout(ms);
    const signal = AbortSignal.any([deadline, ...(options.signal ? [options.signal] : [])]);
    const graphs = options.graphs ?? query.dataset;
    // An answer is as old as its oldest part.
    let commit = Infinity;
    const ask = async (text: string): Promise<{ mediaType: string; body: string }> => {
      const accept = 'application/sparql-results+json, application/n-triples';
      const part = await this.#store.query(text, { ...options, graphs, accept, format: undefined, signal });
      commit = Math.min(commit, part.commit);
      return { mediaType: part.mediaType, body: await wholeText(part.body) };
    };
    const isTable = query.kind !== 'graph';
    const request = {
      text: comunicaText(query.text),
      format: isTable ? (format.name as TableFormat) : ('json' as const),
      rows,
      bytes,
      limits: federationLimits(this.#options),
    };
    const result = await this.#run({ type: 'evaluate', query: request }, ask, { signal, client: options.client }).catch(
      (error: unknown) => {
        if (deadline.aborted) throw new GraphError('graph/timeout', `The deadline of ${ms} ms passed while it ran.`);
        throw error;
      },
    );
    const isConverted = !isTable && format.mediaType !== 'application/n-triples';
    const body = isConverted ? convertTriples(result.text, format.mediaType) : result.text;
    return {
      kind: query.kind,
      mediaType: format.mediaType,
      body,
      rows: result.rows,
      bytes: Buffer.byteLength(body),
      commit: commit === Infinity ? this.#store.commit() : commit,
      ms: now() - startedAt,
    };
  }

  #run(
    request: FederationRequest,
    ask: (text: string) => Promise<{ mediaType: string; body: string }>,
    { signal, client }: { signal: AbortSignal; client: string | undefined },
  ): Promise<{ rows: number; text: string }> {
    const child = fork(entry, [], {
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        '--max-old-space-size=1024',
        ...(sources ? ['--conditions=source'] : []),
      ],
      // Keys and settings of the server are none of its business.
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#running.set(child, client);
    const { promise, resolve, reject } = Promise.withResolvers<{ rows: number; text: string }>();
    const cancel = (): void => reject(new GraphError('graph/cancelled', 'The client no longer waits for the result.'));
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    child.on('message', (reply: FederationReply) => {
      if (reply.type === 'result') resolve(reply);
      else if (reply.type === 'refused') reject(errorOf(reply.code, reply.detail));
      else {
        ask(reply.text).then(
          (part) => send(child, { type: 'part', id: reply.id, ...part }),
          (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
        );
      }
    });
    child.once('error', (error) => reject(lost(error.message)));
    child.once('exit', (code, killed) => reject(lost(killed ?? `exit ${code}`)));
    send(child, request);
    return promise.finally(() => {
      signal.removeEventListener('abort', cancel);
      this.#running.delete(child);
      child.kill('SIGKILL');
    });
  }
}

function send(child: ChildProcess, request: FederationRequest): void {
  // A process that has ended, or could not be begun, has no channel; `exit` or `error` settles the query.
  if (child.connected) child.send(request, () => undefined);
}

function errorOf(code: string, detail: string): GraphError {
  return new GraphError(isGraphErrorCode(code) ? code : 'graph/query-failed', detail);
}

function lost(how: string): GraphError {
  return new GraphError('graph/engine-lost', `The process of the query ended (${how}).`);
}
