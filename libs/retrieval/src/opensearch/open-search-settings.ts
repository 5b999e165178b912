import type { Environment } from '@askg/contract';

/** Where OpenSearch is and how the indices in it are made. */
export type OpenSearchSettings = {
  /** Addresses of nodes of one cluster, at least one; those that do not answer are passed over. */
  nodes: readonly [string, ...string[]];
  /** Name and password, where the server asks for them. */
  credentials?: { user: string; password: string };
  /** The name that the index goes by, one for each corpus. */
  index: string;
  /** Parts that a new index is divided into. */
  shards: number;
  /** Copies of each part beside the first; one when there is a second node to hold it, when left out. */
  replicas?: number;
};

export type OpenSearchVariables = Pick<
  Environment,
  | 'OPENSEARCH_URL'
  | 'OPENSEARCH_USER'
  | 'OPENSEARCH_PASSWORD'
  | 'OPENSEARCH_INDEX'
  | 'OPENSEARCH_SHARDS'
  | 'OPENSEARCH_REPLICAS'
>;

/** The settings that checked variables mean. @returns undefined when no server is set up */
export function readOpenSearchSettings(values: OpenSearchVariables): OpenSearchSettings | undefined {
  const [first, ...others] = values.OPENSEARCH_URL.split(/\s+/u).filter(Boolean);
  if (first === undefined) return undefined;
  const { OPENSEARCH_USER: user, OPENSEARCH_PASSWORD: password, OPENSEARCH_REPLICAS: replicas } = values;
  return {
    nodes: [first, ...others],
    ...(password === '' ? {} : { credentials: { user, password } }),
    index: values.OPENSEARCH_INDEX,
    shards: values.OPENSEARCH_SHARDS,
    ...(replicas === '' ? {} : { replicas: Number(replicas) }),
  };
}
