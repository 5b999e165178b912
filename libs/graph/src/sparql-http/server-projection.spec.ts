import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SparqlEndpoint } from '../oxigraph/testing/sparql-endpoint.ts';
import { bookkeepingGraph } from './bookkeeping.ts';
import { forgetServer, projectedCommit } from './projection-mark.ts';
import { ServerConnection } from './server-connection.ts';
import { ServerProjection } from './server-projection.ts';
import type { ServerSettings } from './server-settings.ts';
import type { StepReport } from './step-report.ts';
import { base, SmallCorpus } from './testing/small-corpus.ts';

let endpoint: SparqlEndpoint;
let settings: ServerSettings;
let small: SmallCorpus;
let ids = 0;
beforeEach(async () => {
  endpoint = new SparqlEndpoint();
  settings = await endpoint.start();
  small = new SmallCorpus();
});
afterEach(async () => {
  await endpoint.stop();
  small.close();
});

const newId = (): string => `id ${(ids += 1)}`;
const signal = new AbortController().signal;

function projection(options: { batchLength?: number } = {}): ServerProjection {
  return new ServerProjection({ corpus: small.corpus, server: new ServerConnection(settings), newId, ...options });
}

/** Titles in the server by graph, without the bookkeeping. */
function held(): string[] {
  const rows = endpoint.store.query('SELECT ?g ?o { GRAPH ?g { ?s ?p ?o } }') as Map<string, { value: string }>[];
  return rows
    .map((row) => `${row.get('g')?.value.replace(base, '')} ${row.get('o')?.value}`)
    .filter((line) => !line.includes('graph/projection '))
    .toSorted();
}

const what = ({ put, dropped, commit }: StepReport) => ({ put, dropped, commit });

describe('the projection into a server', () => {
  it('puts what is new or has changed, drops what is gone, and touches nothing else', async () => {
    await small.add('a');
    await small.add('b');
    expect(what(await projection().bringInStep({ signal }))).toEqual({ put: 2, dropped: 0, commit: 2 });
    await small.add('a', 'another a');
    await small.remove('b');
    endpoint.asked.length = 0;
    expect(what(await projection().bringInStep({ signal }))).toEqual({ put: 1, dropped: 1, commit: 4 });
    expect(held()).toEqual(['graph/10.1_a another a']);
    expect(endpoint.asked.filter(({ method }) => method === 'PUT')).toHaveLength(2);
    expect(projectedCommit(small.corpus)).toBe(4);
    expect(what(await projection().bringInStep({ signal }))).toEqual({ put: 0, dropped: 0, commit: 4 });
  });

  it('is in step with a corpus that holds nothing', async () => {
    await projection().bringInStep({ signal });
    expect(projectedCommit(small.corpus)).toBe(0);
  });

  it('goes on where it was ended, and says no commit before all of it is there', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await small.add(name);
    const ending = new AbortController();
    const progress = (done: number): void => (done === 3 ? ending.abort() : undefined);
    const byOne = projection({ batchLength: 1 });
    await expect(byOne.bringInStep({ signal: ending.signal, progress })).rejects.toThrow(/aborted/);
    expect(projectedCommit(small.corpus)).toBeUndefined();
    const { put } = await projection().bringInStep({ signal });
    expect(put).toBeLessThanOrEqual(3);
    expect(held()).toHaveLength(6);
    expect(projectedCommit(small.corpus)).toBe(6);
  });

  it('fills a server anew that was emptied or replaced', async () => {
    await small.add('a');
    await small.add('b');
    await projection().bringInStep({ signal });
    endpoint.store.update('DROP ALL');
    expect((await projection().bringInStep({ signal })).put).toBe(2);
    expect(held()).toHaveLength(2);
  });

  it('fills a server anew that came back from a backup', async () => {
    await small.add('a');
    await projection().bringInStep({ signal });
    const backup = endpoint.store.dump({ format: 'application/n-quads' });
    await small.add('b');
    await small.add('a', 'another a');
    await projection().bringInStep({ signal });
    endpoint.store.update('DROP ALL');
    endpoint.store.load(backup, { format: 'application/n-quads' });
    await projection().bringInStep({ signal });
    expect(held()).toEqual(['graph/10.1_a another a', 'graph/10.1_b b']);
  });

  it('fills anew what a catalog from a backup knows less of than is there', async () => {
    await small.add('a');
    await projection().bringInStep({ signal });
    const old = small.corpus.projections.instance('sparql') ?? '';
    await small.add('a', 'another a');
    await projection().bringInStep({ signal });
    small.corpus.projections.remark('sparql', old);
    expect((await projection().bringInStep({ signal })).put).toBe(1);
  });

  it('goes on after it was ended between the two marks of a change', async () => {
    await small.add('a');
    await projection().bringInStep({ signal });
    await small.add('b');
    // The server has taken the new mark, and the answer got lost.
    endpoint.intercept = ({ parameters }, response) => {
      if (parameters.get('graph') !== bookkeepingGraph(base)) return false;
      endpoint.intercept = () => false;
      endpoint.store.update(
        `DROP GRAPH <${bookkeepingGraph(base)}> ;
         INSERT DATA { GRAPH <${bookkeepingGraph(base)}> { <${bookkeepingGraph(base)}> <${bookkeepingGraph(base)}#epoch> "id ${ids}" } }`,
      );
      response.destroy();
      return true;
    };
    await projection()
      .bringInStep({ signal })
      .catch(() => undefined);
    expect((await projection().bringInStep({ signal })).put).toBeLessThanOrEqual(1);
    expect(held()).toHaveLength(2);
  });

  it('leaves a server alone that another corpus has filled, until it is told to fill it anew', async () => {
    await small.add('a');
    await projection().bringInStep({ signal });
    const first = small;
    small = new SmallCorpus();
    await small.add('b');
    await expect(projection().bringInStep({ signal })).rejects.toMatchObject({ code: 'graph/foreign-server' });
    expect(held()).toEqual(['graph/10.1_a a']);
    await projection().bringInStep({ signal, anew: true });
    expect(held()).toEqual(['graph/10.1_b b']);
    first.close();
  });

  it('takes along what it put under a base that the corpus had before', async () => {
    await small.add('a');
    await projection().bringInStep({ signal });
    await small.rebase('https://papers.example.org/');
    await projection().bringInStep({ signal });
    expect(held()).toEqual(['https://papers.example.org/graph/10.1_a a']);
    expect(endpoint.store.query(`ASK { GRAPH <${bookkeepingGraph(base)}> { ?s ?p ?o } }`)).toBe(false);
  });

  it('removes strangers under its own base when it fills, and nothing of others', async () => {
    await small.add('a');
    endpoint.store.update(
      `INSERT DATA { GRAPH <${base}graph/10.1_gone> { <a:s> <a:p> "gone" } GRAPH <http://others/g> { <a:s> <a:p> "others" } }`,
    );
    const { dropped } = await projection().bringInStep({ signal });
    expect(dropped).toBe(1);
    expect(held()).toEqual(['graph/10.1_a a', 'http://others/g others']);
    forgetServer(small.corpus, newId);
    expect(what(await projection().bringInStep({ signal }))).toEqual({ put: 1, dropped: 0, commit: 1 });
  });

  it('tells of a graph that cannot be read, lets no older version stay, and brings the rest', async () => {
    await small.add('a');
    await projection().bringInStep({ signal });
    await small.add('a', 'another a');
    await small.add('b');
    const graphs = join(small.corpus.folder, 'graphs');
    const digest = small.corpus.paper('10.1_a')?.graphDigest ?? '';
    const [file = ''] = readdirSync(graphs).filter((name) => name.startsWith(digest));
    writeFileSync(join(graphs, file), 'spoilt');
    const { problems } = await projection().bringInStep({ signal });
    expect(problems).toEqual([expect.objectContaining({ graph: `${base}graph/10.1_a`, code: 'corpus/damaged-graph' })]);
    expect(held()).toEqual(['graph/10.1_b b']);
  });

  it('puts several graphs by one request, and one by one where the server does not take that', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const name of names) await small.add(name);
    await projection().bringInStep({ signal });
    expect(endpoint.asked.filter(({ path }) => path === '/update').length).toBeLessThanOrEqual(2);
    expect(held()).toHaveLength(6);
    endpoint.intercept = ({ path }, response) => {
      if (path !== '/update') return false;
      response.writeHead(413).end();
      return true;
    };
    expect(what(await projection().bringInStep({ signal, anew: true }))).toEqual({ put: 6, dropped: 0, commit: 6 });
    expect(held()).toHaveLength(6);
  });

  it('writes by updates where there is no Graph Store Protocol', async () => {
    const { query, update } = settings;
    settings = { query, update };
    await small.add('a', 'words with "quotes" and \\ in them');
    await projection().bringInStep({ signal });
    expect(held()).toEqual(['graph/10.1_a words with "quotes" and \\ in them']);
    expect(endpoint.asked.some(({ method }) => method === 'PUT')).toBe(false);
  });

  it('says which server cannot be reached, and why', async () => {
    await endpoint.stop();
    await expect(projection().bringInStep({ signal })).rejects.toMatchObject({
      code: 'graph/unreachable',
      message: expect.stringMatching(/^The SPARQL server at http:.*\/query cannot be reached: nothing listens there/),
    });
  });
});
