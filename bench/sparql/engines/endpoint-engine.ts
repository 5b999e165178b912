import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { EngineStatus } from '@askg/graph';
import { memoryOf } from '../../process-memory.ts';
import type { Dataset } from '../dataset.ts';
import type { Loaded, MeasuredEngine, Run } from './engine.ts';
import { runOverHttp } from './http-engine.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const hooks = join(root, 'apps', 'api', 'src', 'testing', 'swc-hooks.ts');
const pointQuery = 'ASK { ?s ?p ?o }';
const endlessQuery = 'SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?g) }';

type Ready = { url: string; engines: EngineStatus[] };

/** The SPARQL endpoint of askg with one engine process. */
export class EndpointEngine implements MeasuredEngine {
  #server: ChildProcess | undefined;
  #url = '';

  /** `memoryMiB` is that of the engine process alone. */
  async load(dataset: Dataset): Promise<Loaded & { triples: number }> {
    const script = join(import.meta.dirname, 'endpoint-process.ts');
    const options = ['--conditions=source', '--disable-warning=ExperimentalWarning', '--import', hooks];
    const server = spawn(process.execPath, [...options, script, dataset.folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#server = server;
    const died = once(server, 'exit').then(() => Promise.reject(new Error('The endpoint did not start.')));
    const [line] = await Promise.race([once(createInterface({ input: server.stdout }), 'line'), died]);
    const { url, engines } = JSON.parse(String(line)) as Ready;
    this.#url = `${url}/sparql`;
    const [engine] = engines;
    const { startMs = Number.NaN, pid = 0, quads = 0 } = engine ?? {};
    return { ms: startMs, memoryMiB: memoryOf([pid]), triples: quads };
  }

  run(query: string, limitMs: number): Promise<Run> {
    return runOverHttp(this.#url, query, limitMs);
  }

  /** Milliseconds from the end of a query that was killed until another is answered. */
  async recoverAfterKill(): Promise<number> {
    await this.run(endlessQuery, 1500);
    const start = performance.now();
    for (;;) {
      const run = await this.run(pointQuery, 60_000);
      if ('ms' in run) return performance.now() - start;
      await wait(20);
    }
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  }
}
