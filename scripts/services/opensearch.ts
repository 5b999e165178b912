import { chown, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from './child-service.ts';
import { downloaded } from './downloads.ts';
import { freePort } from './free-port.ts';
import { fetchOpenSearch, version } from './opensearch/fetch-opensearch.ts';
import { missing } from './program.ts';
import type { RunningService, Service, ServiceOptions } from './service.ts';

const heap = '512m';
const patienceMs = 180_000;
/** The user `nobody`, as whom the server runs where it is started by root, whom it refuses. */
const nobody = 65_534;

export type OpenSearchOptions = ServiceOptions & {
  /** Name of the node; default n1. */
  node?: string;
  /** Port on which nodes speak with one another; default: a free one. */
  transportPort?: number;
  /** Transport ports of all nodes of the cluster; default: this one alone. */
  cluster?: readonly number[];
};

/** OpenSearch with k-NN, put together from what Maven fetches from whatever repositories its settings name. */
export const opensearch: Omit<Service, 'start'> & { start(options: OpenSearchOptions): Promise<RunningService> } = {
  name: 'opensearch',
  lacks: () => missing('java', 'mvn', 'unzip', ...(isRoot() ? ['setpriv'] : [])),
  async start({ folder, port, node = 'n1', transportPort, cluster }) {
    const home = await downloaded(`opensearch-${version}`, fetchOpenSearch);
    const http = port ?? (await freePort());
    const transport = transportPort ?? (await freePort());
    const config = await configure(folder, node, http, transport, cluster ?? [transport]);
    const url = `http://127.0.0.1:${http}`;
    const java = [...javaOptions(home, config), '-cp', join(home, 'lib', '*'), 'org.opensearch.bootstrap.OpenSearch'];
    const user = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', 'java'];
    return startChild({
      command: isRoot() ? 'setpriv' : 'java',
      parameters: isRoot() ? [...user, ...java] : java,
      folder,
      settings: { OPENSEARCH_URL: url },
      isReady: () => isReady(url),
      patienceMs,
    });
  },
};

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Ready is a node of a cluster that has a manager. */
async function isReady(url: string): Promise<boolean> {
  const reply = await fetch(`${url}/_cluster/health?timeout=1s`, { signal: AbortSignal.timeout(5000) });
  return reply.ok;
}

/** @returns the folder of the settings */
async function configure(
  folder: string,
  node: string,
  http: number,
  transport: number,
  cluster: readonly number[],
): Promise<string> {
  const config = join(folder, 'config');
  for (const name of ['config', 'data', 'logs', 'tmp']) await mkdir(join(folder, name), { recursive: true });
  await copyFile(join(import.meta.dirname, 'opensearch', 'log4j2.properties'), join(config, 'log4j2.properties'));
  const settings = {
    'cluster.name': 'askg',
    'node.name': node,
    'path.data': join(folder, 'data'),
    'path.logs': join(folder, 'logs'),
    'network.host': '127.0.0.1',
    'http.port': http,
    'transport.port': transport,
    'discovery.seed_hosts': cluster.map((each) => `127.0.0.1:${each}`),
    'cluster.initial_cluster_manager_nodes': ['n1'],
    // A disk that is nearly full for other reasons would make the indices read-only.
    'cluster.routing.allocation.disk.threshold_enabled': false,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  await writeFile(join(config, 'opensearch.yml'), lines.join(''));
  if (isRoot()) await giveAway(folder);
  return config;
}

async function giveAway(folder: string): Promise<void> {
  await chown(folder, nobody, nobody);
  for (const entry of await readdir(folder, { recursive: true })) await chown(join(folder, entry), nobody, nobody);
}

/** As the start script of the distribution sets them, without its native libraries. */
function javaOptions(home: string, config: string): string[] {
  const temporary = join(config, '..', 'tmp');
  const properties = {
    'java.security.manager': 'allow',
    'java.awt.headless': 'true',
    'jna.nosys': 'true',
    'jna.tmpdir': temporary,
    'java.io.tmpdir': temporary,
    'io.netty.noUnsafe': 'true',
    'io.netty.noKeySetOptimization': 'true',
    'io.netty.recycler.maxCapacityPerThread': '0',
    'log4j.shutdownHookEnabled': 'false',
    'log4j2.disable.jmx': 'true',
    'java.locale.providers': 'SPI,COMPAT',
    'opensearch.path.home': home,
    'opensearch.path.conf': config,
    'opensearch.distribution.type': 'tar',
    'opensearch.bundled_jdk': 'false',
  };
  return [
    `-Xms${heap}`,
    `-Xmx${heap}`,
    '-XX:+UseG1GC',
    '--add-opens=java.base/java.io=ALL-UNNAMED',
    ...Object.entries(properties).map(([name, value]) => `-D${name}=${value}`),
  ];
}
