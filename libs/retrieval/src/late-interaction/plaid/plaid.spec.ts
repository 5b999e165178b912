import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { maxSimScorer } from '../max-sim.ts';
import { trainCodec } from '../residual/train-codec.ts';
import { randomTokens } from '../testing/random-tokens.ts';
import { PlaidIndex, type PlaidHit } from './plaid-index.ts';
import { centroidsFor, sampledDocuments, settingsFor } from './plaid-settings.ts';
import { type PlaidDocument, PlaidWriter } from './plaid-writer.ts';

const dimensions = 32;
const model = { name: 'colbert', digest: 'a'.repeat(64), dimensions };
const make = randomTokens(11, dimensions, 40);
const documents: PlaidDocument[] = Array.from({ length: 400 }, (_, i) => ({ id: `d${i}`, tokens: make(5 + (i % 17)) }));
const queries = Array.from({ length: 8 }, () => make(20));
const sample = make(3000);
const codec = await trainCodec(sample, { centroids: 64 });
const refined = await trainCodec(sample, { centroids: 64, refined: true });
const wideOpen = { cells: 64, threshold: -Infinity, documents: 4 * documents.length };

let folder = '';
const opened: PlaidIndex[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plaid-'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((index) => index.close()));
  rmSync(folder, { recursive: true });
});
async function open(): Promise<PlaidIndex> {
  const index = await PlaidIndex.open(folder, model);
  if (!index) throw new Error('there is no index');
  opened.push(index);
  return index;
}
const idsOf = (hits: readonly PlaidHit[]): string[] => hits.map(({ id }) => id);

describe('a PLAID search', () => {
  it.each([
    ['the residual codec', codec],
    ['the refined codec', refined],
  ])('wide open is exact MaxSim over the vectors of %s', async (_, used) => {
    const writer = await PlaidWriter.create(folder, used, model);
    await writer.add(documents.slice(0, 150));
    await writer.add(documents.slice(150));
    const index = await open();
    const decoded = await Promise.all(
      documents.map(async ({ id, tokens }) => ({ id, tokens: used.decode(await used.encode(tokens)) })),
    );
    for (const query of queries.slice(0, 4)) {
      const score = maxSimScorer(query);
      const exact = decoded
        .map(({ id, tokens }): PlaidHit => ({ id, score: score(tokens) ?? 9 }))
        .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      expect(await index.search(query, { ...wideOpen, limit: documents.length })).toEqual(exact);
    }
  });

  it('of few centroids finds nearly all that one of all finds', async () => {
    await (await PlaidWriter.create(folder, codec, model)).add(documents);
    const index = await open();
    let found = 0;
    for (const query of queries) {
      const all = new Set(idsOf(await index.search(query, wideOpen)));
      found += idsOf(await index.search(query, { documents: 128 })).filter((id) => all.has(id)).length;
    }
    expect(found / (10 * queries.length)).toBeGreaterThanOrEqual(0.95);
  });

  it('among given documents scores these and no others', async () => {
    await (await PlaidWriter.create(folder, codec, model)).add(documents);
    const hits = await (await open()).search(make(3), { among: ['d7', 'd3', 'unknown', 'd7'] });
    expect(new Set(idsOf(hits))).toEqual(new Set(['d3', 'd7']));
  });

  it('finds nothing in an empty index, for an empty query, or of an empty document', async () => {
    const writer = await PlaidWriter.create(folder, codec, model);
    expect(await (await open()).search(make(3))).toEqual([]);
    await writer.add([{ id: 'empty', tokens: make(0) }, documents[0] as PlaidDocument]);
    expect(idsOf(await (await open()).search(make(3), { among: ['empty', 'd0'] }))).toEqual(['d0']);
    expect(await (await open()).search(make(0))).toEqual([]);
  });

  it('never meets vectors of another model, whatever their length', async () => {
    const writer = await PlaidWriter.create(folder, codec, model);
    await writer.add(documents.slice(0, 3));
    const others = [
      { ...model, digest: 'b'.repeat(64) },
      { ...model, name: 'other' },
      { ...model, dimensions: 16 },
    ];
    for (const other of others) {
      const refusal = { code: 'retrieval/wrong-vector', message: expect.stringContaining('vectors of colbert (32') };
      await expect(PlaidIndex.open(folder, other)).rejects.toMatchObject(refusal);
      await expect(PlaidWriter.open(folder, other)).rejects.toMatchObject(refusal);
    }
    const wide = { ...model, dimensions: 16 };
    await expect(PlaidWriter.create(folder, codec, wide)).rejects.toMatchObject({ code: 'retrieval/wrong-vector' });
    expect((await open()).size).toBe(3);
  });

  it('refuses vectors of other dimensions and stops when it is cancelled', async () => {
    const writer = await PlaidWriter.create(folder, codec, model);
    const other = randomTokens(1, 16)(2);
    await expect(writer.add([{ id: 'a', tokens: other }])).rejects.toMatchObject({ code: 'retrieval/wrong-vector' });
    const broken = { ...make(1), data: new Float32Array(dimensions).fill(Number.NaN) };
    await expect(writer.add([{ id: 'a', tokens: broken }])).rejects.toMatchObject({ code: 'retrieval/wrong-vector' });
    await writer.add(documents);
    const index = await open();
    await expect(index.search(broken)).rejects.toMatchObject({ code: 'retrieval/wrong-vector' });
    await expect(index.search(other)).rejects.toMatchObject({ code: 'retrieval/wrong-vector' });
    const signal = AbortSignal.abort();
    await expect(index.search(make(2), { signal })).rejects.toMatchObject({ code: 'retrieval/cancelled' });
    await expect(writer.add(documents, { signal })).rejects.toMatchObject({ code: 'retrieval/cancelled' });
  });
});

describe('a PLAID index that changes', () => {
  it('has no ghosts of what was removed or replaced, and is as one that was made at once', async () => {
    const writer = await PlaidWriter.create(folder, codec, model);
    await writer.add(documents);
    await writer.remove(['d1', 'd2', 'unknown']);
    const replaced = { id: 'd3', tokens: make(9) };
    await writer.add([{ id: 'd3', tokens: make(4) }, replaced]);
    await writer.add([documents[1] as PlaidDocument]);
    const changed = await open();
    expect(changed.size).toBe(documents.length - 1);

    const direct = documents.filter(({ id }) => id !== 'd2').map((each) => (each.id === 'd3' ? replaced : each));
    await writer.optimize();
    const optimized = await open();
    await (await PlaidWriter.create(folder, codec, model)).add(direct);
    const fresh = await open();
    for (const query of queries.slice(0, 2)) {
      const expected = await fresh.search(query, { ...wideOpen, limit: 500 });
      expect(await changed.search(query, { ...wideOpen, limit: 500 })).toEqual(expected);
      expect(await optimized.search(query, { ...wideOpen, limit: 500 })).toEqual(expected);
    }
  });

  it('goes on where another writer ended', async () => {
    await (await PlaidWriter.create(folder, codec, model)).add(documents.slice(0, 9));
    const writer = await PlaidWriter.open(folder, model);
    await writer?.remove(['d4']);
    await writer?.add(documents.slice(8, 12));
    expect(writer?.size).toBe(11);
    const found = idsOf(await (await open()).search(make(5), { ...wideOpen, limit: 50 }));
    expect(found.toSorted()).toEqual(['d0', 'd1', 'd10', 'd11', 'd2', 'd3', 'd5', 'd6', 'd7', 'd8', 'd9']);
  });

  it('takes the bytes of the codec and little more', async () => {
    const writer = await PlaidWriter.create(folder, codec, model);
    await writer.add(documents.slice(0, 200));
    await writer.add(documents.slice(200));
    await writer.optimize();
    const bytes = readdirSync(folder)
      .filter((name) => name.startsWith('segment'))
      .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    const tokens = documents.reduce((sum, each) => sum + each.tokens.count, 0);
    expect(bytes / tokens).toBeLessThan(2 + codec.recordBytes + 1.5);
  });

  it('is as before a change whose writer was killed, and its leavings go', async () => {
    const writer = await PlaidWriter.create(folder, codec, model);
    await writer.add(documents.slice(0, 5));
    copyFileSync(join(folder, 'plaid.json'), join(folder, 'kept'));
    await writer.add(documents.slice(5, 9));
    copyFileSync(join(folder, 'kept'), join(folder, 'plaid.json'));
    rmSync(join(folder, 'kept'));
    writeFileSync(join(folder, 'segment-9.bin.new'), 'half');
    expect((await open()).size).toBe(5);
    const next = await PlaidWriter.open(folder, model);
    expect(readdirSync(folder).toSorted()).toEqual(['codec-1.bin', 'plaid.json', 'segment-2.bin']);
    await next?.add(documents.slice(5, 9));
    expect((await open()).size).toBe(9);
  });

  it('can be searched while its files are replaced', async () => {
    const writer = await PlaidWriter.create(folder, codec, model);
    await writer.add(documents.slice(0, 50));
    const before = await open();
    const expected = await before.search(queries[0] ?? make(1));
    await writer.remove(idsOf(expected));
    await writer.optimize();
    expect(await before.search(queries[0] ?? make(1))).toEqual(expected);
    expect((await open()).size).toBe(40);
  });
});

const namingOtherFolder = JSON.stringify({ format: 2, model, codec: '../a', next: 1, segments: [] });

describe('a damaged PLAID index', () => {
  it('is told by its files', async () => {
    const writer = await PlaidWriter.create(folder, codec, model);
    await writer.add(documents.slice(0, 5));
    const whole = `${folder}-whole`;
    cpSync(folder, whole, { recursive: true });
    const damages: (() => void)[] = [
      () => appendFileSync(join(folder, 'segment-2.bin'), 'x'),
      () => writeFileSync(join(folder, 'segment-2.bin'), 'rubbish'),
      () => rmSync(join(folder, 'segment-2.bin')),
      () => appendFileSync(join(folder, 'codec-1.bin'), 'x'),
      () => writeFileSync(join(folder, 'plaid.json'), '{'),
      () => writeFileSync(join(folder, 'plaid.json'), '{"format":1,"codec":"codec-1.bin","next":1,"segments":[]}'),
      () => writeFileSync(join(folder, 'plaid.json'), namingOtherFolder),
    ];
    for (const damage of damages) {
      cpSync(whole, folder, { recursive: true });
      damage();
      await expect(PlaidIndex.open(folder, model)).rejects.toMatchObject({ code: 'retrieval/damaged-index' });
    }
    rmSync(whole, { recursive: true });
  });

  it('is not there where none was begun', async () => {
    expect(await PlaidIndex.open(join(folder, 'absent'), model)).toBeUndefined();
    expect(await PlaidWriter.open(folder, model)).toBeUndefined();
  });
});

describe('the settings', () => {
  it('are those of the authors', () => {
    expect(settingsFor(10)).toEqual({ cells: 1, threshold: 0.5, documents: 256 });
    expect(settingsFor(100)).toEqual({ cells: 2, threshold: 0.45, documents: 1024 });
    expect(settingsFor(2000)).toEqual({ cells: 4, threshold: 0.4, documents: 8000 });
    expect([1, 1000, 1_000_000].map(centroidsFor)).toEqual([1, 256, 8192]);
    expect([5, 10_000, 1_000_000].map(sampledDocuments)).toEqual([5, 10_000, 175_272]);
  });
});
