import { Corpus } from '@askg/corpus';
import { OxigraphPool, wholeText } from '@askg/graph';
import { lost, request, type Server } from '../server/request.ts';
import type { Shell } from '../shell/shell.ts';
import { withCorpus } from '../shell/with-corpus.ts';
import { askSparqlServer } from './ask-sparql-server.ts';

export type Asked = { sparql: string; accept: string; collection?: string | undefined; signal: AbortSignal };
/** `mediaType` without parameters. */
export type Answered = { mediaType: string; text: string };

/**
 * Answers a query through the server that serves the corpus; where none does, by the SPARQL server that is set up or an engine
 * of its own.
 * @throws GraphError; ForeignProblem with the code that the server gave; CliError cli/server-lost
 */
export async function answer(shell: Shell, asked: Asked): Promise<Answered> {
  const server = Corpus.runningServer(shell.config.data);
  return server ? askServer(server, asked) : askOwnEngine(shell, asked);
}

async function askServer(server: Server, { sparql, accept, collection, signal }: Asked): Promise<Answered> {
  const response = await request(server, {
    path: collection === undefined ? '/sparql' : `/sparql/${encodeURIComponent(collection)}`,
    method: 'POST',
    headers: { 'content-type': 'application/sparql-query', accept },
    body: sparql,
    signal,
  });
  const mediaType = response.headers.get('content-type')?.split(';', 1)[0]?.trim() ?? '';
  try {
    return { mediaType, text: await response.text() };
  } catch (cause) {
    throw lost(server.url, signal, cause);
  }
}

async function askOwnEngine(shell: Shell, { sparql, accept, collection, signal }: Asked): Promise<Answered> {
  const { data, queryMs, queryRows } = shell.config;
  const { sparqlServer } = shell.config;
  return withCorpus(shell, { readOnly: sparqlServer === undefined }, async (corpus) => {
    const { collections } = corpus;
    const readable =
      collection === undefined ? undefined : collections.holdings([collections.requireId(collection)]).graphs;
    if (sparqlServer) {
      const result = await askSparqlServer(shell, corpus, sparqlServer, sparql, { accept, signal, readable });
      return { mediaType: result.mediaType, text: await wholeText(result.body) };
    }
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
      const { body, mediaType } = await pool.query(sparql, { accept, signal, readable });
      return { mediaType: mediaType.split(';', 1)[0] ?? '', text: await wholeText(body) };
    } finally {
      await pool.close();
    }
  });
}
