import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ddm, rdf } from '@askg/ddm';
import { FolderFeed } from '../oxigraph/folder-feed.ts';
import { OxigraphPool } from '../oxigraph/pool.ts';
import type { GraphStore } from '../store.ts';
import { CorpusCounts } from './corpus-counts.ts';
import { addCounts } from './graph-counts.ts';

const feedModule = new URL('../oxigraph/folder-feed.ts', import.meta.url);
const forever = new AbortController().signal;
const a = 'https://e.org/id/graph/a';
const b = 'https://e.org/id/graph/b';
const people = 'https://e.org/id/graph/people';

/** A paper of `sentences` sentences, and its title. */
function paper(graph: string, sentences: number): string {
  const iri = graph.replace('/graph/', '/paper/');
  const lines = [
    `<${iri}> <${rdf.type}> <${ddm.Paper}> <${graph}> .`,
    `<${iri}> <http://purl.org/dc/terms/title> "T" <${graph}> .`,
  ];
  for (let index = 1; index <= sentences; index += 1) {
    lines.push(`<${iri}/t${index}> <${rdf.type}> <${ddm.Sentence}> <${graph}> .`);
    lines.push(`<${iri}/t${index}> <${ddm.text}> "same words" <${graph}> .`);
  }
  return `${lines.join('\n')}\n`;
}

const derived =
  `<https://e.org/id/paper/a> <${ddm.canonical}> <https://e.org/id/person/1> <${people}> .\n` +
  `<https://e.org/id/person/1> <${rdf.type}> <${ddm.CanonicalPerson}> <${people}> .\n`;

describe('the counts of a corpus', () => {
  let folder: string;
  let feed: FolderFeed;
  let pool: OxigraphPool;
  let asked = 0;
  let commit = 0;
  let graphs: { name: string; digest: string }[] = [];
  let changes: { name: string; digest: string | null; commit: number }[] = [];

  const corpus = {
    commitNumber: () => commit,
    snapshot: () => ({ commit, graphs }),
    changesSince: (since: number) => ({ commit, changes: changes.filter((change) => change.commit > since) }),
  };
  const store: Pick<GraphStore, 'query'> = {
    query: (text, options) => {
      asked += 1;
      return pool.query(text, options);
    },
  };

  async function put(name: string, nquads: string): Promise<void> {
    commit = await feed.put(name, nquads);
    ({ graphs } = await feed.snapshot());
    ({ changes } = await feed.changesSince(0));
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'askg-counts-'));
    feed = new FolderFeed(folder);
    await put(a, paper(a, 3));
    await put(b, paper(b, 5));
    await put(people, derived);
    pool = new OxigraphPool({ folder, feed, feedModule, now: () => performance.now(), engines: 1, pollMs: 20 });
    await pool.start();
  });

  afterAll(async () => {
    await pool.close();
    await rm(folder, { recursive: true });
  });

  const number = async (query: string): Promise<number> => {
    const { body } = await pool.query(query, { format: 'csv' });
    return typeof body === 'string' ? Number(body.split('\r\n')[1]) : NaN;
  };

  it('are those that queries over the union of all graphs give, and are made once for each graph', async () => {
    const counts = new CorpusCounts(corpus, store);
    const first = await counts.latest(forever);
    const total = addCounts(first?.graphs.values() ?? []);
    expect(first?.commit).toBe(3);
    expect(total.triples).toBe(await number('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'));
    expect(total.entities).toBe(await number('SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c }'));
    expect(Object.fromEntries(total.classes)).toEqual({ [ddm.CanonicalPerson]: 1, [ddm.Paper]: 2, [ddm.Sentence]: 8 });
    expect(total.properties.get(ddm.text)).toBe(8);
    expect(first?.graphs.get(b)).toMatchObject({ triples: 12, entities: 6 });
    expect(asked).toBe(3);
    expect(await counts.latest(forever)).toBe(first);
    await put(b, paper(b, 1));
    expect((await counts.latest(forever))?.graphs.get(b)).toMatchObject({ triples: 4, entities: 2 });
    expect(asked).toBe(6);
  });

  it('are not waited for longer than one has patience, and come later', async () => {
    const counts = new CorpusCounts(corpus, store);
    expect(await counts.latest(AbortSignal.abort())).toBeUndefined();
    expect((await counts.latest(forever))?.graphs.size).toBe(3);
  });

  it('stay the last that are known while they cannot be made', async () => {
    let isDown = false;
    const failing: Pick<GraphStore, 'query'> = {
      query: (text, options) => (isDown ? Promise.reject(new Error('down')) : pool.query(text, options)),
    };
    const counts = new CorpusCounts(corpus, failing);
    const known = await counts.latest(forever);
    isDown = true;
    await put(a, paper(a, 9));
    expect(await counts.latest(forever)).toBe(known);
    isDown = false;
    expect((await counts.latest(forever))?.graphs.get(a)?.triples).toBe(20);
  });
});
