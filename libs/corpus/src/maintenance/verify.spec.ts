import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '../catalog/sqlite.ts';
import type { Corpus } from '../corpus.ts';
import { Layout } from '../files/layout.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { add } from '../testing/test-paper.ts';
import type { Fault, GraphCheck } from './verify.ts';

const corpora = useCorpora();

async function verified(corpus: Corpus, check?: GraphCheck): Promise<readonly Fault[]> {
  let last: { done: number; total: number; faults: readonly Fault[] } | undefined;
  for await (const progress of corpus.verify(check)) {
    expect(progress.done).toBe((last?.done ?? 0) + 1);
    last = progress;
  }
  expect(last?.done).toBe(last?.total);
  return last?.faults ?? [];
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function state(folder: string): string[] {
  return ['sources', 'graphs', 'tmp'].flatMap((name) =>
    readdirSync(join(folder, name)).map((file) => {
      const bytes = readFileSync(join(folder, name, file));
      return `${name}/${file} ${createHash('sha256').update(bytes).digest('hex')}`;
    }),
  );
}

describe('verify', () => {
  it('finds nothing wrong with a corpus that is whole', async () => {
    const corpus = corpora.create();
    expect(await verified(corpus)).toEqual([]);
    await add(corpus, { text: 'one', identifiers: { doi: '10.1/one' } });
    await add(corpus, { text: 'two' });
    await corpus.removePaper('10.1/one');
    corpus.liftTombstone('10.1_one');
    const faults = await verified(corpus);
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('finds flipped bytes, missing files and leavings, and changes nothing', async () => {
    const corpus = corpora.create();
    const layout = new Layout(corpus.folder);
    const papers = [];
    for (const text of ['one', 'two', 'three', 'four']) papers.push(await add(corpus, { text }));
    const [one, two, three, four] = papers;
    if (!one || !two || !three || !four) throw new Error('four papers were added');
    flip(layout.source(one.source));
    flip(layout.graph(two.graph));
    rmSync(layout.source(three.source));
    rmSync(layout.graph(four.graph));
    writeFileSync(join(layout.temporary, 'half'), 'half');
    const lost = await corpus.writeGraph('');
    const before = state(corpus.folder);
    const found = (await verified(corpus)).map(({ code, severity, file }) => `${severity} ${code} ${file}`);
    expect(found.toSorted()).toEqual(
      [
        `error corpus/damaged-source sources/${one.source}`,
        `error corpus/damaged-graph graphs/${two.graph}.nq.gz`,
        `error corpus/damaged-source sources/${three.source}`,
        `error corpus/missing-graph graphs/${four.graph}.nq.gz`,
        `info corpus/unreferenced-file tmp/half`,
        `info corpus/unreferenced-file graphs/${lost}.nq.gz`,
      ].toSorted(),
    );
    expect(state(corpus.folder)).toEqual(before);
    expect(corpus.commitNumber()).toBe(4);
  });

  it('looks at the graphs of earlier commits and lesser sources too, which a backup copies', async () => {
    const corpus = corpora.create();
    const layout = new Layout(corpus.folder);
    const identifiers = { doi: '10.1/one' };
    const earlier = await add(corpus, { text: 'one', source: 'x', identifiers });
    await add(corpus, { text: 'one, again', source: 'x', pipeline: 'p2', identifiers });
    const lesser = await add(corpus, { text: 'print', format: 'pdf', identifiers });
    flip(layout.graph(earlier.graph));
    rmSync(layout.graph(lesser.graph));
    expect((await verified(corpus)).map(({ file }) => file).toSorted()).toEqual(
      [earlier, lesser].map(({ graph }) => `graphs/${graph}.nq.gz`).toSorted(),
    );
  });

  it('asks the given check about each graph of the current commit', async () => {
    const corpus = corpora.create();
    await add(corpus, { text: 'one', source: 'x' });
    const { key, graph } = await add(corpus, { text: 'one, again', source: 'x', pipeline: 'p2' });
    const asked: string[] = [];
    const faults = await verified(corpus, async (nquads, name) => {
      asked.push(name);
      return nquads.includes('again') ? [{ code: 'shape/odd', detail: 'Odd.' }] : [];
    });
    expect(asked).toEqual([corpus.graphName(key)]);
    expect(faults).toEqual([{ code: 'shape/odd', detail: 'Odd.', severity: 'error', file: `graphs/${graph}.nq.gz` }]);
  });

  it.each([
    ['a gap in the commits', "INSERT INTO commits VALUES (9, '2025-01-01T00:00:00.000Z', 'out of turn')"],
    ['a paper without its graph', 'DELETE FROM graph_versions'],
    ['a removed paper with a graph', "UPDATE papers SET removed_at = '2025-01-01T00:00:00.000Z'"],
    ['an alias of no paper', "PRAGMA foreign_keys = OFF; INSERT INTO aliases VALUES ('doi:x', 'nobody')"],
  ])('finds a catalog that contradicts itself: %s', async (_, damage) => {
    const corpus = corpora.create();
    await add(corpus, { text: 'one' });
    await add(corpus, { text: 'two' });
    const catalog = openDatabase(new Layout(corpus.folder).catalog, false);
    catalog.exec(damage);
    catalog.close();
    expect(await verified(corpus)).toMatchObject([{ code: 'corpus/damaged-catalog', severity: 'error' }]);
  });

  it('tells of a catalog with damaged pages, and ends there', async () => {
    const corpus = corpora.create();
    for (let n = 0; n < 30; n++) await add(corpus, { text: `paper ${n}` });
    const { catalog } = new Layout(corpus.folder);
    const other = openDatabase(catalog, false);
    other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    other.close();
    const bytes = readFileSync(catalog);
    writeFileSync(catalog, bytes.fill(7, 4096 * 2, 4096 * 20));
    expect((await verified(corpus)).map(({ code }) => code)).toContain('corpus/damaged-catalog');
  });
});
