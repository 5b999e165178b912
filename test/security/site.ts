import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Corpus } from '@askg/corpus';
import { makeCorpus } from '../eval/stack/demo-corpus.ts';

/** The server as it is built. */
const main = join(import.meta.dirname, '..', '..', 'apps', 'api', 'dist', 'main.js');

export type Site = {
  url: string;
  port: number;
  corpus: Corpus;
  /** A key that reads everything. */
  honest: string;
  /** Keys that read one collection. */
  hostile: string[];
  openGraph: string;
  closedGraph: string;
  /** What only those see who may read the closed papers: their keys and titles. */
  secrets: string[];
  /** A paper that everybody may read. */
  openPaper: string;
  isRunning: () => boolean;
  close: () => Promise<void>;
};

/** A server process over the demo papers, some of which are closed to most keys. */
export async function openSite(options: { keys: number; querySeconds: number }): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'askg-security-'));
  const corpus = await makeCorpus(join(folder, 'corpus'));
  const papers = corpus.papers();
  const open = papers.slice(0, Math.ceil(papers.length / 2)).map(({ key }) => key);
  const closed = papers.filter(({ key }) => !open.includes(key));
  corpus.collections.add('open', open);
  const hostile = Array.from(
    { length: options.keys },
    (_, n) => corpus.keys.add({ label: `hostile ${n}`, collections: ['open'] }).secret,
  );
  const honest = corpus.keys.add({ label: 'honest' }).secret;
  const server = startServer(corpus.folder, options.querySeconds);
  const close = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    }
    corpus.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const url = await addressOf(server);
    return {
      url,
      port: Number(new URL(url).port),
      corpus,
      honest,
      hostile,
      openGraph: `${corpus.baseIri}graph/${open[0] ?? ''}`,
      closedGraph: `${corpus.baseIri}graph/${closed[0]?.key ?? ''}`,
      secrets: closed.flatMap(({ key, title }) => (title === undefined ? [key] : [key, title])),
      openPaper: `${corpus.baseIri}paper/${open[0] ?? ''}`,
      isRunning: () => server.exitCode === null && server.signalCode === null,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function startServer(data: string, querySeconds: number): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: {
      PATH: process.env['PATH'],
      ASKG_DATA: data,
      ASKG_PORT: '0',
      ASKG_OFFLINE: '1',
      ASKG_ANONYMOUS: 'none',
      ASKG_QUERY_SECONDS: String(querySeconds),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

async function addressOf(server: ChildProcess): Promise<string> {
  const ended = once(server, 'exit').then(() => undefined);
  const lines = createInterface({ input: server.stdout ?? process.stdin });
  const listening = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      const url = /^listening on (\S+)$/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([listening, ended]);
  if (url === undefined) throw new Error('The server did not start.');
  return url;
}
