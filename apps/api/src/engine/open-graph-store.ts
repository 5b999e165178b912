import { join } from 'node:path';
import type { Corpus } from '@askg/corpus';
import { FederatedStore, OxigraphPool, SparqlServer, type GraphStore } from '@askg/graph';
import type { Config } from '../config.ts';
import type { Log } from '../problems/log.ts';
import { followSparqlServer } from './follow-sparql-server.ts';

/** A store that has to be started before it answers. */
export type StartableStore = GraphStore & { start(): Promise<void> };

/** Bytes of a result of a query with SERVICE. */
const federatedBytes = 64 * 1024 ** 2;

/** The store that the configuration names, with other endpoints in reach where some are listed. */
export function openGraphStore(config: Config, corpus: Corpus, log: Log): StartableStore {
  const store = openOwnStore(config, corpus, log);
  const { queryMs, queryRows, outward } = config;
  const { endpoints, isPrivateAllowed } = outward.services;
  if (endpoints.size === 0) return store;
  const federated = new FederatedStore(store, {
    services: endpoints,
    isPrivateAllowed,
    now: () => performance.now(),
    deadlineMs: queryMs,
    limits: { rows: queryRows, bytes: federatedBytes },
  });
  return Object.assign(federated, { start: () => store.start() });
}

/** A SPARQL server, which is kept in step, or engines of our own. */
function openOwnStore(config: Config, corpus: Corpus, log: Log): StartableStore {
  const { data, engines, queryMs, queryRows, clientLimits, outward } = config;
  const options = { now: () => performance.now(), deadlineMs: queryMs, limits: { rows: queryRows }, clientLimits };
  if (outward.sparqlServer) {
    const server = new SparqlServer({ ...options, settings: outward.sparqlServer, corpus });
    return followSparqlServer(server, outward.sparqlServer, corpus, log);
  }
  const imageFolder = join(data, 'projections', 'graph');
  return new OxigraphPool({ ...options, folder: data, feed: corpus, engines, imageFolder });
}
