import { randomUUID } from 'node:crypto';
import { CodedError } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import {
  GraphError,
  keepProjection,
  type KeeperReport,
  ServerConnection,
  ServerProjection,
  type ServerSettings,
  type SparqlServer,
} from '@askg/graph';
import type { Log } from '../problems/log.ts';
import type { StartableStore } from './open-graph-store.ts';

/** Keeps a SPARQL server in step with the corpus until the store over it is closed; what keeps it from that is logged. */
export function followSparqlServer(
  store: SparqlServer,
  settings: ServerSettings,
  corpus: Corpus,
  log: Log,
): StartableStore {
  const ending = new AbortController();
  const hear = listener(store, log);
  const keeping = keepProjection({
    corpus,
    projection: new ServerProjection({ corpus, server: new ServerConnection(settings), newId: randomUUID }),
    now: () => performance.now(),
    signal: ending.signal,
    report: hear,
  }).catch((error: unknown) => hear({ type: 'failed', error, pauseMs: Infinity }));
  return {
    start: () => store.start(),
    query: (sparql, options) => store.query(sparql, options),
    commit: () => store.commit(),
    status: () => store.status(),
    close: async () => {
      ending.abort();
      await store.close();
      await keeping;
    },
  };
}

function failureOf(error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  return new GraphError('graph/not-ready', 'The SPARQL server is not kept in step: see the log.', { cause: error });
}

function listener(store: SparqlServer, log: Log): (report: KeeperReport) => void {
  return (report) => {
    switch (report.type) {
      case 'waiting':
        log({ level: 'info', message: 'Another process keeps the SPARQL server in step.' });
        break;
      case 'progress':
        store.heard({ loading: { graphs: report.done, of: report.total } });
        break;
      case 'in-step':
        store.heard({ problems: report.problems });
        log({
          level: 'info',
          message: `The SPARQL server holds commit ${report.commit}: ${report.put} graphs put, ${report.dropped} dropped.`,
        });
        break;
      case 'failed':
        store.heard({ failure: failureOf(report.error) });
        if (report.error instanceof CodedError) {
          log({ level: 'error', code: report.error.code, message: report.error.message });
        } else log({ level: 'error', message: 'The SPARQL server is not kept in step.', error: report.error });
        break;
    }
  };
}
