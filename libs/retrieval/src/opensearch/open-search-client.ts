import { setTimeout as delay } from 'node:timers/promises';
import { RetrievalError } from '../retrieval-error.ts';
import type { OpenSearchSettings } from './open-search-settings.ts';
import { isPassing, type ServerReply, toServerError } from './server-reply.ts';

export type ServerRequest = {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query, from the slash on. */
  path: string;
  body?: object;
  /** In place of a body: objects, each in a line of its own. */
  lines?: readonly string[];
  signal?: AbortSignal | undefined;
  /** Milliseconds that it may take, all attempts together. */
  deadlineMs?: number;
  /** How often it is sent while the server is too busy, or not all of it is there. */
  attempts?: number;
};

const readMs = 10_000;
/** For a writer, for whom nobody waits: half a minute of attempts, as long as a node needs to come back. */
export const patiently = { deadlineMs: 120_000, attempts: 12 } as const;
/** Milliseconds before a request is tried again, doubled each time. */
const firstPauseMs = 100;
const mostPauseMs = 5000;
/** Three seconds in all. */
const readAttempts = 6;
/** Rounds over all nodes while none can be reached: one may just be restarting. */
const rounds = 2;

/**
 * Requests to a cluster. One that a node cannot be reached for goes to the next; one that the server is too busy for is tried
 * again, later each time. Every request of ours may be sent twice: documents have names, and so have indices.
 */
export class OpenSearchClient {
  readonly #nodes: readonly string[];
  readonly #headers: Readonly<Record<string, string>>;
  /** The node that answered last. */
  #at = 0;

  constructor({ nodes, credentials }: Pick<OpenSearchSettings, 'nodes' | 'credentials'>) {
    this.#nodes = nodes.map((node) => node.replace(/\/+$/u, ''));
    const basic = credentials && Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64');
    this.#headers = basic === undefined ? {} : { authorization: `Basic ${basic}` };
  }

  /** @throws RetrievalError retrieval/unreachable, retrieval/server-refused, retrieval/not-writable, retrieval/cancelled */
  async send<T>(request: ServerRequest): Promise<T> {
    const reply = await this.#persist(request);
    if (reply.status >= 300) throw toServerError(reply, nameOf(request));
    return parse(reply, request) as T;
  }

  /** The same; undefined for what is not there. */
  async find<T>(request: ServerRequest): Promise<T | undefined> {
    const reply = await this.#persist(request);
    if (reply.status === 404) return undefined;
    if (reply.status >= 300) throw toServerError(reply, nameOf(request));
    return parse(reply, request) as T;
  }

  async #persist(request: ServerRequest): Promise<ServerReply> {
    const { signal, deadlineMs = readMs, attempts = readAttempts } = request;
    const end = AbortSignal.timeout(deadlineMs);
    const ending = signal ? AbortSignal.any([signal, end]) : end;
    let failures = 0;
    for (let attempt = 1; ; attempt++) {
      let wait = 0;
      try {
        const reply = await this.#attempt(request, ending, deadlineMs / this.#nodes.length);
        if (!isPassing(reply) || attempt >= attempts) return reply;
        wait = reply.retryAfterMs ?? firstPauseMs * 2 ** (attempt - 1);
      } catch (error) {
        if (ending.aborted || ++failures >= rounds * this.#nodes.length) throw failure(error, request);
        this.#at = (this.#at + 1) % this.#nodes.length;
        if (failures % this.#nodes.length === 0) wait = firstPauseMs;
      }
      await delay(Math.min(wait, mostPauseMs), undefined, { signal: ending }).catch((error: unknown) => {
        throw failure(error, request);
      });
    }
  }

  async #attempt(request: ServerRequest, ending: AbortSignal, patienceMs: number): Promise<ServerReply> {
    const { method, path, body, lines } = request;
    const content = lines ? `${lines.join('\n')}\n` : body && JSON.stringify(body);
    const reply = await fetch(`${this.#nodes[this.#at]}${path}`, {
      method,
      headers: { ...this.#headers, ...(content === undefined ? {} : { 'content-type': contentType(lines) }) },
      ...(content === undefined ? {} : { body: content }),
      // Credentials go nowhere else.
      redirect: 'error',
      signal: AbortSignal.any([ending, AbortSignal.timeout(Math.ceil(patienceMs))]),
    });
    const seconds = Number(reply.headers.get('retry-after') ?? Number.NaN);
    const retryAfterMs = Number.isNaN(seconds) ? undefined : seconds * 1000;
    return { status: reply.status, text: await reply.text(), retryAfterMs };
  }
}

function contentType(lines: readonly string[] | undefined): string {
  return lines ? 'application/x-ndjson' : 'application/json';
}

function nameOf({ method, path }: ServerRequest): string {
  return `${method} ${path.split('?')[0]}`;
}

function parse({ text }: ServerReply, request: ServerRequest): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text) as unknown;
  } catch (cause) {
    const detail = `${nameOf(request)}: the reply is no JSON: ${text.slice(0, 100)}`;
    throw new RetrievalError('retrieval/server-refused', detail, { cause });
  }
}

function failure(cause: unknown, request: ServerRequest): RetrievalError {
  if (request.signal?.aborted) return new RetrievalError('retrieval/cancelled', 'The search was cancelled.', { cause });
  const { message, name, cause: inner } = cause as Error;
  const isLate = name === 'TimeoutError' || name === 'AbortError';
  const why = isLate ? 'it took too long' : inner instanceof Error ? inner.message || String(inner) : message;
  return new RetrievalError('retrieval/unreachable', `${nameOf(request)}: ${why}`, { cause });
}
