import { IndexNames } from './index-names.ts';
import { OpenSearchClient } from './open-search-client.ts';
import type { OpenSearchSettings } from './open-search-settings.ts';

/** What there is to know of a server before it is trusted with an index. */
export type ServerDescription = {
  /** Such as 2.19.1. */
  version: string;
  nodes: number;
  /** Names of nodes without the k-NN plugin, which cannot hold vectors. */
  withoutVectors: string[];
  /** Of the indices of the corpus: red where a part cannot be read, yellow where a copy is missing; undefined without index. */
  health?: 'green' | 'yellow' | 'red';
};

/** Milliseconds that each question to the server may take. */
const patienceMs = 5000;

/** @throws RetrievalError retrieval/unreachable, retrieval/server-refused */
export async function describeServer(settings: OpenSearchSettings): Promise<ServerDescription> {
  const client = new OpenSearchClient(settings);
  const get = <T>(path: string): Promise<T> => client.send<T>({ method: 'GET', path, deadlineMs: patienceMs });
  const { version } = await get<{ version: { number: string } }>('/');
  const nodes = await get<{ name: string }[]>('/_cat/nodes?format=json&h=name');
  const plugins = await get<{ name: string; component: string }[]>('/_cat/plugins?format=json&h=name,component');
  const able = new Set(plugins.filter(({ component }) => component === 'opensearch-knn').map(({ name }) => name));
  const { all } = new IndexNames(settings.index);
  const indices = await get<{ health: 'green' | 'yellow' | 'red' }[]>(`/_cat/indices/${all}?format=json&h=health`);
  const health = (['red', 'yellow', 'green'] as const).find((each) => indices.some((index) => index.health === each));
  return {
    version: version.number,
    nodes: nodes.length,
    withoutVectors: nodes.map(({ name }) => name).filter((name) => !able.has(name)),
    ...(health ? { health } : {}),
  };
}
