import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Corpus } from '@askg/corpus';
import { serialise } from '@askg/ddm';
import { FederatedStore, OxigraphPool } from '@askg/graph';
import { startServer } from '../../apps/api/src/server.ts';
import { FakeQuestions } from '../../apps/api/src/testing/fake-questions.ts';
import { FolderFeed } from '../../libs/graph/src/oxigraph/folder-feed.ts';
import type { ParsedQuad } from './test-files.ts';

export type Reply = { status: number; mediaType: string; text: string };

export type Request = { method: string; target: string; headers?: OutgoingHttpHeaders; body?: string | Buffer };

const baseIri = 'http://localhost:3000/id/';

/** askg's endpoint as it is served, over named graphs that the tests put in place: HTTP, protocol, guard, engine process. */
export class Endpoint {
  readonly url: string;
  /** Addresses that SERVICE may name. */
  readonly services: Set<string>;
  readonly #feed: FolderFeed;
  readonly #graphs = new Map<string, string>();
  readonly #closers: (() => unknown)[];

  private constructor(url: string, feed: FolderFeed, services: Set<string>, closers: (() => unknown)[]) {
    this.url = url;
    this.services = services;
    this.#feed = feed;
    this.#closers = closers;
  }

  static async start(): Promise<Endpoint> {
    const folder = await mkdtemp(join(tmpdir(), 'askg-conformance-'));
    const corpus = Corpus.create(join(folder, 'corpus'), { baseIri });
    const feed = new FolderFeed(folder);
    const services = new Set<string>();
    const pool = new OxigraphPool({
      folder,
      feed,
      feedModule: new URL('../../libs/graph/src/oxigraph/folder-feed.ts', import.meta.url),
      now: () => performance.now(),
      engines: 1,
    });
    const store = new FederatedStore(pool, {
      services,
      isPrivateAllowed: true,
      now: () => performance.now(),
      deadlineMs: 30_000,
      limits: { rows: 100_000, bytes: 64 * 1024 ** 2 },
    });
    const server = await startServer({
      corpus,
      store,
      questions: new FakeQuestions(''),
      host: '127.0.0.1',
      port: 0,
      log: () => undefined,
      // The other endpoints of a test ask as another client: one client has one query with SERVICE at a time.
      access: { anonymous: 'all', proxies: 1 },
    });
    await pool.start();
    return new Endpoint(server.url, feed, services, [
      () => server.close(),
      () => store.close(),
      () => corpus.close(),
      () => rm(folder, { recursive: true }),
    ]);
  }

  /** Puts a graph in place of what had its name; the next query sees it. */
  async put(name: string, triples: readonly ParsedQuad[]): Promise<void> {
    const text = nquadsOf(name, triples);
    if (this.#graphs.get(name) === text) return;
    await this.#feed.put(name, text);
    this.#graphs.set(name, text);
  }

  has(name: string): boolean {
    return this.#graphs.has(name);
  }

  /** Sends a request as it is given: no header is added but those of the connection. */
  send({ method, target, headers = {}, body }: Request): Promise<Reply> {
    const { hostname, port } = new URL(this.url);
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest({ hostname, port, path: target, method, headers }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const mediaType = (incoming.headers['content-type'] ?? '').replace(/;.*$/u, '').trim();
          resolve({ status: incoming.statusCode ?? 0, mediaType, text: Buffer.concat(chunks).toString('utf8') });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  async close(): Promise<void> {
    for (const close of this.#closers) await close();
  }
}

function nquadsOf(name: string, triples: readonly ParsedQuad[]): string {
  const lines = serialise(triples, 'application/n-triples')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => `${line.replace(/ ?\.$/u, '')} <${name}> .\n`).join('');
}
