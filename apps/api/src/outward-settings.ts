import type { Environment } from '@askg/contract';
import {
  type Neo4jOptions,
  type Neo4jVariables,
  readNeo4jOptions,
  readServerSettings,
  type ServerSettings,
  type ServerVariables,
} from '@askg/graph';
import { type OpenSearchSettings, type OpenSearchVariables, readOpenSearchSettings } from '@askg/retrieval';
import { ApiError } from './api-error.ts';

/** What the server may reach beyond itself. */
export type OutwardSettings = {
  /** Endpoints that SERVICE may ask. */
  services: { endpoints: ReadonlySet<string>; isPrivateAllowed: boolean };
  /** Nothing on other machines is asked. */
  isOffline: boolean;
  /** The SPARQL server that holds the graph in place of engines of our own. */
  sparqlServer?: ServerSettings;
  /** The Neo4j that is kept in step. */
  neo4j?: Neo4jOptions;
  /** The OpenSearch that keeps the passages in place of the folder of the corpus. */
  openSearch?: OpenSearchSettings;
};

type Values = Pick<
  Environment,
  | keyof ServerVariables
  | keyof OpenSearchVariables
  | keyof Neo4jVariables
  | 'ASKG_OFFLINE'
  | 'ASKG_SERVICES'
  | 'ASKG_SERVICES_PRIVATE'
>;

/** @throws ApiError `api/bad-configuration` for an endpoint that is no address of the web, or holds a password */
export function readOutwardSettings(values: Values): OutwardSettings {
  const endpoints = values.ASKG_SERVICES.split(/\s+/u).filter(Boolean);
  for (const endpoint of endpoints) checkEndpoint(endpoint);
  const isOffline = values.ASKG_OFFLINE === '1';
  const sparqlServer = sparqlServerOf(values);
  const neo4j = readNeo4jOptions(values);
  const openSearch = readOpenSearchSettings(values);
  return {
    isOffline,
    services: {
      endpoints: new Set(isOffline ? [] : endpoints),
      isPrivateAllowed: values.ASKG_SERVICES_PRIVATE === '1',
    },
    ...(sparqlServer === undefined ? {} : { sparqlServer }),
    ...(openSearch === undefined ? {} : { openSearch }),
    ...(neo4j === undefined ? {} : { neo4j }),
  };
}

function checkEndpoint(endpoint: string): void {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !/^https?:$/u.test(url.protocol) || url.hash !== '') {
    throw new ApiError('api/bad-configuration', `ASKG_SERVICES: ${endpoint} is no address of the web.`);
  }
  if (url.username === '' && url.password === '') return;
  // Whoever may ask a query would have to write the password in it.
  throw new ApiError('api/bad-configuration', `ASKG_SERVICES: the address at ${url.host} holds a user or a password.`);
}

function sparqlServerOf(values: Values): ServerSettings | undefined {
  try {
    return readServerSettings(values);
  } catch (cause) {
    throw new ApiError('api/bad-configuration', (cause as Error).message, { cause });
  }
}
