import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { Corpus } from '@askg/corpus';
import type { QueryResult } from '../store.ts';
import { OxigraphPool } from './pool.ts';
import { useTemporaryFolders } from '../testing/temporary-folders.ts';

const newFolder = useTemporaryFolders();

const base = 'http://localhost/id/';
const papersOfWriter = 12;

/** The one number of a small result in CSV. */
function numberIn(body: QueryResult['body']): number {
  if (typeof body !== 'string') throw new Error('The result came in pieces.');
  return Number(body.split('\r\n')[1]);
}

/** Takes a paper of two triples into a corpus, as an ingest does. */
async function commit(corpus: Corpus, name: string): Promise<void> {
  const { digest } = corpus.addSource(Buffer.from(name));
  corpus.jobs.enqueue([{ source: digest, path: `/${name}`, format: 'jats' }], 'test');
  const key = corpus.keyFor({ doi: `10.1/${name}` }, digest);
  const line = (property: string) => `<${base}paper/${key}> <http://e/${property}> "${name}" <${base}graph/${key}> .\n`;
  const graph = await corpus.writeGraph(line('a') + line('b'));
  const linking = { version: 1, title: name, keywords: [], people: [], references: [], entities: [] };
  const facts = { title: name, identifiers: { doi: `10.1/${name}` }, findings: [], linking };
  corpus.commitPaper({ key, source: digest, format: 'jats', pipeline: 'test', graph, facts, ms: {} });
}

it('two ingests write one corpus while engines answer: no client sees it go back, and all see it at the end', async () => {
  const folder = join(newFolder(), 'corpus');
  const corpus = Corpus.create(folder, { baseIri: base });
  const writers = [Corpus.open(folder), Corpus.open(folder)];
  const pool = new OxigraphPool({
    folder,
    feed: corpus,
    now: () => performance.now(),
    engines: 2,
    pollMs: 20,
    imageFolder: join(folder, 'projections', 'graph'),
    imageQuads: 1,
  });
  try {
    await pool.start();
    const end = new AbortController();
    const seen: { commit: number; quads: number }[][] = [];
    const client = async (): Promise<void> => {
      const own: { commit: number; quads: number }[] = [];
      seen.push(own);
      while (!end.signal.aborted) {
        const atLeastCommit = own.at(-1)?.commit ?? 0;
        const result = await pool.query('SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }', {
          format: 'csv',
          atLeastCommit,
        });
        own.push({ commit: result.commit, quads: numberIn(result.body) });
      }
    };
    const clients = [client(), client(), client()];
    await Promise.all(
      writers.map(async (writer, n) => {
        for (let paper = 0; paper < papersOfWriter; paper += 1) await commit(writer, `w${n}p${paper}`);
      }),
    );
    end.abort();
    await Promise.all(clients);
    const all = seen.flat().toSorted((a, b) => a.commit - b.commit || a.quads - b.quads);
    for (const own of seen) {
      const counts = own.map(({ quads }) => quads);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    }
    // One commit has one state, and what is there grows with the commits.
    for (const [at, { commit: number, quads }] of all.entries()) {
      const next = all[at + 1];
      if (next?.commit === number) expect(next.quads).toBe(quads);
      else if (next !== undefined) expect(next.quads).toBeGreaterThanOrEqual(quads);
    }
    const last = await pool.query('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', { format: 'csv' });
    expect([last.commit, numberIn(last.body)]).toEqual([corpus.commitNumber(), 4 * papersOfWriter]);
    while (pool.status().engines.some(({ commit: number }) => number < corpus.commitNumber())) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await pool.close();
    for (const writer of [...writers, corpus]) writer.close();
  }
});
