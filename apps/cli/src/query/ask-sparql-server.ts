import { randomUUID } from 'node:crypto';
import type { Corpus } from '@askg/corpus';
import {
  type QueryOptions,
  type QueryResult,
  ServerConnection,
  ServerProjection,
  type ServerSettings,
  SparqlServer,
} from '@askg/graph';
import type { Shell } from '../shell/shell.ts';

/**
 * Answers a query by the SPARQL server that is set up, which is brought in step first unless another process does that.
 * @throws GraphError
 */
export async function askSparqlServer(
  shell: Shell,
  corpus: Corpus,
  settings: ServerSettings,
  sparql: string,
  options: QueryOptions & { signal: AbortSignal },
): Promise<QueryResult> {
  const lease = corpus.takeGraphLease();
  if (lease !== undefined) await bringInStep(shell, corpus, settings, options.signal).finally(() => lease.release());
  const { queryMs, queryRows } = shell.config;
  const server = new SparqlServer({
    settings,
    corpus,
    now: () => shell.now(),
    deadlineMs: queryMs,
    limits: { rows: queryRows },
  });
  try {
    return await server.query(sparql, { ...options, atLeastCommit: corpus.commitNumber() });
  } finally {
    await server.close();
  }
}

async function bringInStep(shell: Shell, corpus: Corpus, settings: ServerSettings, signal: AbortSignal): Promise<void> {
  const projection = new ServerProjection({ corpus, server: new ServerConnection(settings), newId: randomUUID });
  const progress = shell.progress('Putting graphs');
  try {
    const update = (done: number, total: number, graph: string): void => progress.update(done, total, graph);
    const { problems } = await projection.bringInStep({ signal, progress: update });
    for (const { graph, code, detail } of problems) shell.say(`${graph}: ${code}: ${detail}`);
  } finally {
    progress.end();
  }
}
