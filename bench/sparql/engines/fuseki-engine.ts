import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fuseki } from '../../../scripts/services/fuseki.ts';
import type { RunningService } from '../../../scripts/services/service.ts';
import { memoryOf } from '../../process-memory.ts';
import type { Dataset } from '../dataset.ts';
import type { Loaded, MeasuredEngine, Run } from './engine.ts';
import { runOverHttp } from './http-engine.ts';

/** Jena Fuseki with TDB2, all triples in its default graph. */
export class FusekiEngine implements MeasuredEngine {
  #folder = '';
  #service: RunningService | undefined;

  async load({ ntriples }: Dataset): Promise<Loaded> {
    this.#folder = await mkdtemp(join(tmpdir(), 'askg-bench-fuseki-'));
    const service = await fuseki.start({ folder: this.#folder, unionDefaultGraph: false });
    this.#service = service;
    const start = performance.now();
    const response = await fetch(`${service.environment['SPARQL_GRAPH_STORE']}?default`, {
      method: 'PUT',
      headers: { 'content-type': 'application/n-triples' },
      body: await openAsBlob(ntriples),
    });
    if (!response.ok) throw new Error(`Fuseki did not take the triples: ${response.status} ${await response.text()}`);
    return { ms: performance.now() - start, memoryMiB: memoryOf([service.pid]) };
  }

  run(query: string, limitMs: number): Promise<Run> {
    return runOverHttp(this.#service?.environment['SPARQL_ENDPOINT'] ?? '', query, limitMs);
  }

  async close(): Promise<void> {
    await this.#service?.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
