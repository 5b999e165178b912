import { mkdtempSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, jest } from '@jest/globals';
import { fuseki } from '../../scripts/services/fuseki.ts';
import { oxigraph } from '../../scripts/services/oxigraph.ts';
import type { RunningService } from '../../scripts/services/service.ts';
import { root, useAskg } from '../e2e/testing/askg.ts';
import { rowsOf } from './sparql/ask-endpoint.ts';
import { until } from './sparql/backend.ts';
import { whereServicesRun } from './where-services-run.ts';

// Java takes its time to start.
jest.setTimeout(300_000);
const askg = useAskg();
const outer = mkdtempSync(join(tmpdir(), 'askg-servers-'));
const running: RunningService[] = [];
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});
afterAll(() => rmSync(outer, { recursive: true, force: true }));

type Finding = { what: string; state: string; detail: string; advice?: string };

async function start(
  service: typeof fuseki | typeof oxigraph,
  options: { unionDefaultGraph?: boolean } = {},
): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(outer, 'data-'));
  const started = await service.start({ folder, ...options });
  running.push(started);
  return { ...started.environment };
}

async function examine(environment: Record<string, string>): Promise<Finding | undefined> {
  const { out } = await askg.run(['doctor', '--json'], { environment });
  return (JSON.parse(out) as { findings: Finding[] }).findings.find(({ what }) => what === 'SPARQL');
}

const demo = join(root, 'demo', 'papers');
const countGraphs = 'SELECT (COUNT(*) AS ?n) { GRAPH ?g {} }';
const countTitles = 'SELECT (COUNT(*) AS ?n) { ?paper a ddm:Paper ; dcterms:title ?title }';

whereServicesRun(fuseki)('fuseki with a password', () => {
  it('lets askg in with the right one, and is found out by doctor with a wrong one or none', async () => {
    const login = { user: 'askg', password: 'very secret' };
    const started = await fuseki.start({ folder: mkdtempSync(join(outer, 'data-')), login });
    running.push(started);
    const environment = { ...started.environment, SPARQL_CREDENTIALS: 'askg:very secret' };
    expect(await examine(environment)).toMatchObject({ state: 'ok' });
    for (const SPARQL_CREDENTIALS of ['', 'askg:guessed']) {
      expect(await examine({ ...environment, SPARQL_CREDENTIALS })).toMatchObject({
        state: 'failure',
        detail: expect.stringMatching(/answers 40[13]/),
        advice: expect.stringContaining('SPARQL_CREDENTIALS'),
      });
    }
    await askg.run(['ingest', join(demo, 'cart.jats.xml')]);
    const { url, err } = await askg.serve([], { environment });
    expect(await rowsOf(url, countTitles)).toEqual(['n=1']);
    expect(err()).not.toContain('secret');
  });
});

for (const service of [oxigraph, fuseki]) {
  whereServicesRun(service)(`${service.name} behind askg`, () => {
    it('is examined by doctor: what is well, and what is to be mended', async () => {
      const environment = await start(service);
      expect(await examine(environment)).toMatchObject({ state: 'ok' });
      const wrong = `${environment['SPARQL_ENDPOINT']}/nothing`;
      for (const name of Object.keys(environment)) {
        const found = await examine({ ...environment, [name]: wrong });
        expect(found).toMatchObject({ state: 'failure', advice: expect.stringContaining(name) });
      }
      await running.pop()?.stop();
      expect(await examine(environment)).toMatchObject({
        state: 'failure',
        detail: expect.stringContaining('nothing listens there'),
      });
    });

    it('gives the same without its union default graph, which doctor finds', async () => {
      const environment = await start(service, { unionDefaultGraph: false });
      expect(await examine(environment)).toMatchObject({
        state: 'warning',
        advice: expect.stringMatching(/tdb2:unionDefaultGraph true.*--union-default-graph/),
      });
      await askg.run(['ingest', join(demo, 'cart.jats.xml')]);
      const { url } = await askg.serve([], { environment });
      expect(await rowsOf(url, countTitles)).toEqual(['n=1']);
    });

    it('is filled to the end by the next one when askg was killed over it', async () => {
      const environment = await start(service);
      await askg.run(['ingest', demo]);
      for (const ms of [400, 700, 1000, 1300]) {
        const killed = askg.start(['rebuild', 'graph'], { environment });
        await delay(ms);
        killed.kill('SIGKILL');
      }
      const { url } = await askg.serve([], { environment });
      expect([await rowsOf(url, countTitles), await rowsOf(url, countGraphs)]).toEqual([['n=22'], ['n=25']]);
    });

    it('is asked no longer when the time of a query is over', async () => {
      const environment = await start(service);
      await askg.run(['ingest', join(demo, 'cart.jats.xml')]);
      const { url } = await askg.serve([], { environment: { ...environment, ASKG_QUERY_SECONDS: '1' } });
      const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?g) }';
      expect(await rowsOf(url, endless)).toEqual(['504 graph/timeout']);
      expect(await rowsOf(url, countTitles)).toEqual(['n=1']);
    });

    it('is filled again when somebody emptied it, and keeps what others have there', async () => {
      const environment = await start(service);
      await askg.run(['ingest', join(demo, 'cart.jats.xml')]);
      const { url } = await askg.serve([], { environment });
      const update = async (text: string): Promise<void> => {
        const headers = { 'content-type': 'application/sparql-update' };
        await fetch(environment['SPARQL_UPDATE_ENDPOINT'] ?? '', { method: 'POST', headers, body: text });
      };
      const graph = (name: string): string => `INSERT DATA { GRAPH <${name}> { <http://a/s> <http://a/p> "o" } }`;
      await update(`DROP ALL ; ${graph('http://others/graph')} ; ${graph('http://localhost:3000/id/graph/10.1_gone')}`);
      await until(async () => (await rowsOf(url, countTitles))[0] === 'n=1');
      const direct = new URL(environment['SPARQL_ENDPOINT'] ?? '');
      direct.searchParams.set('query', 'SELECT DISTINCT ?g { GRAPH ?g { <http://a/s> ?p ?o } }');
      const text = await (await fetch(direct, { headers: { accept: 'text/csv' } })).text();
      expect(text.trim().split(/\r?\n/)).toEqual(['g', 'http://others/graph']);
    });
  });
}
