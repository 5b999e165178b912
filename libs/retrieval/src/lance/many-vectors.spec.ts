import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Passage } from '../passages/passage.ts';
import { IndexFolder } from './index-folder.ts';
import { LanceDatabase, vectorTable } from './lance-database.ts';
import { LancePassageIndex } from './lance-passage-index.ts';
import { LancePassageStore } from './lance-passage-store.ts';
import { flatLimit, mostWaitingRead, partitionsFor } from './table-tuning.ts';
import { vectorIndex } from './vector-search.ts';
import { wordIndex } from './word-analysis.ts';

const model = { name: 'many', digest: 'a'.repeat(64), dimensions: 8, maxTokens: 512 };
const count = flatLimit + 500;

/** A direction that follows from a number, spread over the whole sphere. */
function direction(seed: number): Float32Array {
  let state = Math.imul(seed + 1, 2654435761);
  const vector = Float32Array.from({ length: model.dimensions }, () => {
    state = (Math.imul(state ^ (state >>> 15), 1664525) + 1013904223) | 0;
    return ((state >>> 8) & 0xffff) / 0xffff - 0.5;
  });
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
}

function passage(number: number): Passage {
  const paper = `p.${Math.floor(number / 100)}`;
  const iri = `http://x/paper/${paper}/s1/p${number}/t1`;
  const text = `Passage ${number}.`;
  const units = [{ iri, start: 0, end: text.length }];
  return { iri, ordinal: number % 100, paper, graphDigest: 'b2', title: 'Many', kind: 'text', text, units };
}

describe('an index of more vectors than are compared one by one', () => {
  let folder = '';
  let store: LancePassageStore;
  let reader: LancePassageIndex;
  const vectors = Array.from({ length: count }, (_, i) => direction(i));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'many-'));
    const indexFolder = new IndexFolder(folder);
    store = await LancePassageStore.open(indexFolder, 'one');
    indexFolder.point('one', '1');
    const passages = Array.from({ length: count }, (_, i) => passage(i));
    const rows = passages.map((each, i) => ({ passage: each, vector: vectors[i] ?? direction(0) }));
    const papers = [...new Set(passages.map(({ paper }) => paper))];
    await store.putPassages(papers, passages);
    // The last rows come after the index was made.
    await store.addVectors(model, rows.slice(0, -100));
    await store.optimize(new Date());
    await store.addVectors(model, rows.slice(-100));
    reader = new LancePassageIndex(folder);
  }, 60_000);
  afterAll(async () => {
    await reader.close();
    store.close();
    rmSync(folder, { recursive: true });
  });

  const nearest = (query: Float32Array, allowed: (number: number) => boolean = () => true): string[] =>
    vectors
      .map((vector, i) => ({ i, score: vector.reduce((sum, x, k) => sum + x * (query[k] ?? 0), 0) }))
      .filter(({ i }) => allowed(i))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, 20)
      .map(({ i }) => passage(i).iri);
  const found = async (query: Float32Array, filter = {}): Promise<string[]> =>
    (await reader.searchVector(model, query, { limit: 20, filter })).map((hit) => hit.passage.iri);

  it('sorts them into partitions', async () => {
    const database = await LanceDatabase.open(new IndexFolder(folder).of('one'), 'one');
    const table = await database.table(vectorTable(model));
    expect(table && (await vectorIndex(table))?.partitions).toBe(partitionsFor(count - 100));
    database.close();
  });

  it('finds nearly all of the nearest', async () => {
    let hits = 0;
    for (let n = 0; n < 20; n++) {
      const query = direction(1_000_000 + n);
      const truth = new Set(nearest(query));
      hits += (await found(query)).filter((iri) => truth.has(iri)).length;
    }
    expect(hits / 400).toBeGreaterThan(0.9);
  });

  it('finds exactly the nearest of few papers', async () => {
    const query = direction(2_000_000);
    const filter = { papers: new Set(['p.7', 'p.250']) };
    const allowed = (number: number) => filter.papers.has(passage(number).paper);
    expect(await found(query, filter)).toEqual(nearest(query, allowed));
  });

  it('does not wait for words that come in by the thousand, and finds them once they are indexed', async () => {
    const added = Array.from({ length: mostWaitingRead + 300 }, (_, i) => passage(count + i));
    await store.putPassages([...new Set(added.map(({ paper }) => paper))], added);
    const words = async (number: number): Promise<string[]> =>
      (await reader.searchWords(`${number}`, { limit: 3 })).map((hit) => hit.passage.iri);
    expect(await words(count + 100)).toEqual([]);
    expect(await words(7)).toEqual([passage(7).iri]);
    await store.indexWords(new Date(), true);
    expect(await words(count + 100)).toEqual([passage(count + 100).iri]);
  });

  it('finds few words that wait, and takes them in when there are more', async () => {
    const waiting = async (): Promise<number> => {
      const database = await LanceDatabase.open(new IndexFolder(folder).of('one'), 'one');
      const stats = await (await database.table('passages'))?.indexStats(wordIndex);
      database.close();
      return stats?.numUnindexedRows ?? -1;
    };
    const put = async (paper: string, numbers: number[]): Promise<void> => {
      const added = numbers.map((number) => ({ ...passage(number), paper }));
      await store.putPassages([paper], added);
      await store.indexWords(new Date());
    };
    await put('few', [900_001]);
    expect(await waiting()).toBe(1);
    expect((await reader.searchWords('900001', { limit: 1 }))[0]?.passage.paper).toBe('few');
    await put(
      'more',
      Array.from({ length: 600 }, (_, i) => 910_000 + i),
    );
    expect(await waiting()).toBe(0);
  });

  it('finds what came after the index was made', async () => {
    const last = count - 1;
    expect((await found(vectors[last] ?? direction(0)))[0]).toBe(passage(last).iri);
  });
});
