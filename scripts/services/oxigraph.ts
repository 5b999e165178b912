import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from './child-service.ts';
import { downloaded } from './downloads.ts';
import { freePort } from './free-port.ts';
import { missing, runProgram } from './program.ts';
import type { RunningService, Service, ServiceOptions } from './service.ts';

const version = '0.5.13';
/** SHA-256 of the wheels that hold the server, by platform as Node names it. */
const wheels: Readonly<Record<string, string>> = {
  'linux-x64': 'dbb295a905adda409f18ce154b1353d07d20954ca3ea65dc546fc153c95c2c05',
};
const patienceMs = 30_000;

export type OxigraphOptions = ServiceOptions & {
  /** As it is switched on for askg; off to see what happens without. */
  unionDefaultGraph?: boolean;
  /** Keeps nothing: what it held is gone when it ends. */
  inMemory?: boolean;
};

/** Oxigraph server, whose program comes in a Python wheel, fetched by pip from whatever index its settings name. */
export const oxigraph: Omit<Service, 'start'> & { start(options: OxigraphOptions): Promise<RunningService> } = {
  name: 'oxigraph',
  lacks: () => missing('python3'),
  async start({ folder, port, unionDefaultGraph = true, inMemory = false }) {
    const home = await downloaded(`oxigraph-${version}`, fetchProgram);
    const chosen = port ?? (await freePort());
    const url = `http://127.0.0.1:${chosen}`;
    return startChild({
      command: join(home, 'bin', 'oxigraph'),
      parameters: [
        'serve',
        ...(unionDefaultGraph ? ['--union-default-graph'] : []),
        ...(inMemory ? [] : ['--location', join(folder, 'store')]),
        '--bind',
        `127.0.0.1:${chosen}`,
      ],
      folder,
      settings: {
        SPARQL_ENDPOINT: `${url}/query`,
        SPARQL_UPDATE_ENDPOINT: `${url}/update`,
        SPARQL_GRAPH_STORE: `${url}/store`,
      },
      isReady: async () => (await fetch(`${url}/query?query=ASK%7B%7D`)).ok,
      patienceMs,
    });
  },
};

async function fetchProgram(folder: string): Promise<void> {
  const digest = wheels[`${process.platform}-${process.arch}`];
  const requirements = join(folder, 'requirements.txt');
  await writeFile(requirements, `oxigraph==${version}${digest === undefined ? '' : ` --hash=sha256:${digest}`}\n`);
  const parameters = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '--only-binary=:all:',
  ];
  await runProgram('python3', [...parameters, '--target', folder, '--requirement', requirements], folder);
  const programs = await readdir(join(folder, 'bin')).catch((): string[] => []);
  if (!programs.includes('oxigraph')) throw new Error(`The wheel of oxigraph ${version} holds no program.`);
}
