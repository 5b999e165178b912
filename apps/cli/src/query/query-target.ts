import { Corpus } from '@askg/corpus';
import { OxigraphPool } from '@askg/graph';
import { lost, request } from '../server/request.ts';
import type { Shell } from '../shell/shell.ts';
import { withCorpus } from '../shell/with-corpus.ts';

export type Asked = { sparql: string; accept: string; signal: AbortSignal };
/** `mediaType` without parameters. */
export type Answered = { mediaType: string; text: string };

/**
 * Answers a query through the server that serves the corpus, or by an engine of its own where none does.
 * @throws GraphError; ForeignProblem with the code that the server gave; CliError cli/server-lost
 */
export async function answer(shell: Shell, asked: Asked): Promise<Answered> {
  const server = Corpus.runningServer(shell.config.data);
  return server ? askServer(server.url, asked) : askOwnEngine(shell, asked);
}

async function askServer(url: string, { sparql, accept, signal }: Asked): Promise<Answered> {
  const response = await request(url, {
    path: '/sparql',
    method: 'POST',
    headers: { 'content-type': 'application/sparql-query', accept },
    body: sparql,
    signal,
  });
  const mediaType = response.headers.get('content-type')?.split(';', 1)[0]?.trim() ?? '';
  try {
    return { mediaType, text: await response.text() };
  } catch (cause) {
    throw lost(url, signal, cause);
  }
}

async function askOwnEngine(shell: Shell, { sparql, accept, signal }: Asked): Promise<Answered> {
  const { data, queryMs, queryRows } = shell.config;
  return withCorpus(shell, { readOnly: true }, async (corpus) => {
    const pool = new OxigraphPool({
      folder: data,
      feed: corpus,
      now: () => shell.now(),
      engines: 1,
      deadlineMs: queryMs,
      limits: { rows: queryRows },
    });
    try {
      await pool.start();
      for (const { graph, code, detail } of pool.status().problems) shell.say(`${graph}: ${code}: ${detail}`);
      const { body, mediaType } = await pool.query(sparql, { accept, signal });
      return { mediaType: mediaType.split(';', 1)[0] ?? '', text: await textOf(body) };
    } finally {
      await pool.close();
    }
  });
}

async function textOf(body: string | AsyncIterable<Uint8Array>): Promise<string> {
  if (typeof body === 'string') return body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
