import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench, Measure } from './main.ts';
import { memoryOf, processTree } from './process-memory.ts';
import { median, round } from './statistics.ts';

const askg = join(import.meta.dirname, '..', 'apps', 'cli', 'bin', 'askg.js');
const starts = 5;
/** Milliseconds after which a start counts as failed. */
const patienceMs = 60_000;

type Start = { readyMs: number; idleMiB: number; busyMiB: number; processes: number };

/** How soon and how large the server is with a corpus that is there already. */
export const bench: Bench = {
  describe: `The server with the papers of --data and without models, started ${starts} times: from the start of the process until /health/ready answers 200, and the memory of all its processes then and after a query.`,
  async run({ data }): Promise<Measure[]> {
    const folder = await mkdtemp(join(tmpdir(), 'askg-bench-serve-'));
    const environment = {
      ...process.env,
      ASKG_DATA: join(folder, 'corpus'),
      ASKG_PORT: '0',
      ASKG_DEMO: '0',
      ASKG_OFFLINE: '1',
    };
    try {
      const ingest = spawnSync(process.execPath, [askg, 'ingest', data], { env: environment, encoding: 'utf8' });
      if (ingest.status !== 0) throw new Error(`ingest ended with ${ingest.status}: ${ingest.stderr}`);
      const runs: Start[] = [];
      for (let i = 0; i < starts; i++) runs.push(await start(environment));
      const figure = (name: string, unit: string, bar: number, value: (run: Start) => number): Measure => ({
        name,
        value: round(median(runs.map(value)), 0),
        unit,
        bar,
        details: runs.map((run) => round(value(run), 0)),
      });
      return [
        figure('ready, median', 'ms', 5000, ({ readyMs }) => readyMs),
        figure('memory of all processes when ready, median', 'MiB', 600, ({ idleMiB }) => idleMiB),
        figure('memory of all processes after queries, median', 'MiB', 600, ({ busyMiB }) => busyMiB),
        { name: 'processes', value: Math.max(...runs.map(({ processes }) => processes)), unit: 'processes' },
      ];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function start(env: NodeJS.ProcessEnv): Promise<Start> {
  const began = performance.now();
  const server = spawn(process.execPath, [askg, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  const url = Promise.withResolvers<string>();
  for (const output of [server.stdout, server.stderr]) {
    createInterface({ input: output }).on('line', (line) => {
      said.push(line);
      const address = /listening on (\S+)/.exec(line)?.[1];
      if (address !== undefined) url.resolve(address);
    });
  }
  server.once('exit', () => url.reject(new Error(`the server ended: ${said.slice(-5).join('\n')}`)));
  try {
    const address = await url.promise;
    while (!(await isReady(address))) {
      if (performance.now() - began > patienceMs) throw new Error(`not ready in time: ${said.slice(-5).join('\n')}`);
      await wait(10);
    }
    const readyMs = performance.now() - began;
    const pids = processTree(server.pid ?? 0);
    const idleMiB = memoryOf(pids);
    await query(address);
    return { readyMs, idleMiB, busyMiB: memoryOf(pids), processes: pids.length };
  } finally {
    const ended = server.exitCode === null && server.signalCode === null ? once(server, 'exit') : undefined;
    server.kill('SIGTERM');
    await ended;
  }
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(new URL('/health/ready', url));
  await response.arrayBuffer();
  return response.ok;
}

/** Some queries that touch everything, one after the other. */
async function query(url: string): Promise<void> {
  const queries = [
    'SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }',
    'PREFIX ddm: <https://w3id.org/askg/ddm#> SELECT ?t WHERE { ?s a ddm:Sentence ; ddm:text ?t }',
    'PREFIX ddm: <https://w3id.org/askg/ddm#> SELECT ?s (COUNT(?r) AS ?n) WHERE { ?s ddm:cites ?r } GROUP BY ?s ORDER BY DESC(?n)',
  ];
  for (const text of queries) {
    const response = await fetch(new URL(`/sparql?query=${encodeURIComponent(text)}`, url), {
      headers: { accept: 'application/sparql-results+json' },
    });
    const body = await response.text();
    if (!response.ok) throw new Error(`${response.status}: ${body}`);
  }
}
