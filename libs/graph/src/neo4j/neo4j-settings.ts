import type { Environment } from '@askg/contract';
import type { Neo4jOptions } from './neo4j-projection.ts';

export type Neo4jVariables = Pick<Environment, 'NEO4J_URL' | 'NEO4J_USER' | 'NEO4J_PASSWORD' | 'NEO4J_DATABASE'>;

/** The Neo4j that the environment names; nothing where it names none. Without a password no user is told. */
export function readNeo4jOptions(values: Neo4jVariables): Neo4jOptions | undefined {
  const { NEO4J_URL: url, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = values;
  if (url === '') return undefined;
  return { url, ...(password === '' ? {} : { user, password }), ...(database === '' ? {} : { database }) };
}
