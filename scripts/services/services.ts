import { fuseki } from './fuseki.ts';
import { neo4j } from './neo4j.ts';
import { opensearch } from './opensearch.ts';
import { oxigraph } from './oxigraph.ts';
import { redis } from './redis.ts';
import type { Service } from './service.ts';

/** Every server that `npm run services` can start. */
export const services: readonly Service[] = [fuseki, neo4j, opensearch, oxigraph, redis];
