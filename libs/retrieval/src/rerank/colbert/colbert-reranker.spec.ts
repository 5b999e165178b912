import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MultiVectorEncoder, ModelStore, openMultiVectorEncoder } from '@askg/inference';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Passage } from '../../passages/passage.ts';
import { colbertExpected, colbertStore } from '../../testing/tiny-colbert.ts';
import { Retriever } from '../../retrieve/retriever.ts';
import { useLibraries } from '../../testing/test-library.ts';
import { openReranker } from '../open-reranker.ts';
import { ColbertReranker } from './colbert-reranker.ts';
import { openColbertReranker } from './open-colbert-reranker.ts';
import { plainPassage } from '../../testing/plain-passage.ts';

const folder = mkdtempSync(join(tmpdir(), 'colbert-'));
const store = colbertStore(folder);
let encoder: MultiVectorEncoder;
beforeAll(async () => {
  encoder = await openMultiVectorEncoder(store, 'tiny-bert');
});
afterAll(async () => {
  await encoder.close();
  rmSync(folder, { recursive: true });
});

const passagesOf = (texts: readonly string[]): Passage[] => texts.map(plainPassage);
const words = ['cat', 'dog', 'paper', 'graph', 'query', 'answer', 'the', 'of', 'is', 'sat'];
/** Different texts of a few words. */
const textsOf = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => [...String(i)].map((digit) => words[Number(digit)]).join(' '));

/** The encoder, noting what it is given. */
function watched(changes: Partial<MultiVectorEncoder> = {}, before: () => void = () => {}) {
  const given: string[][] = [];
  const watching: MultiVectorEncoder = {
    model: encoder.model,
    encodeQuery: (texts, options) => encoder.encodeQuery(texts, options),
    encodePassages: (texts, options) => {
      before();
      given.push([...texts]);
      return encoder.encodePassages(texts, options);
    },
    close: async () => {},
    ...changes,
  };
  return { encoder: watching, given };
}
const still = { now: () => 0 };

describe('reranking by an encoder of many vectors', () => {
  it('scores passages as torch does, by the mean in place of the sum', async () => {
    const reranker = new ColbertReranker(encoder, still);
    const candidates = passagesOf(colbertExpected.passages.map(({ text }) => text));
    for (const [i, { text }] of colbertExpected.queries.entries()) {
      const { scores, degraded } = await reranker.rerank({ text }, candidates);
      expect(degraded).toEqual([]);
      for (const [j, score] of scores.entries()) {
        expect(Math.abs((score ?? 9) * 32 - (colbertExpected.heads[0]?.scores[i]?.[j] ?? Number.NaN))).toBeLessThan(
          1e-4,
        );
      }
    }
  });

  it('bears the name of its model, and counts what was cut', async () => {
    const reranker = new ColbertReranker(encoder, still);
    expect(reranker).toMatchObject({ name: 'tiny-bert', model: encoder.model });
    const long = passagesOf(['a cat', 'the dog of the cat '.repeat(5_000)]);
    expect(await reranker.rerank({ text: 'a dog' }, long)).toMatchObject({ truncated: 1, degraded: [] });
    expect(await reranker.rerank({ text: 'a dog' }, long)).toMatchObject({ truncated: 1, degraded: [] });
  });

  it.each([0, 1, 1000])('scores %d candidates, each as it is scored alone', async (count) => {
    const candidates = passagesOf(textsOf(count));
    const reranker = new ColbertReranker(encoder, { ...still, batch: 50 });
    const { scores, degraded } = await reranker.rerank({ text: 'is a cat the answer?' }, candidates);
    expect([scores.length, degraded]).toEqual([count, []]);
    const fresh = new ColbertReranker(encoder, still);
    for (const at of [0, 17, 999].filter((place) => place < count)) {
      const alone = await fresh.rerank({ text: 'is a cat the answer?' }, candidates.slice(at, at + 1));
      expect(alone.scores).toEqual([scores[at]]);
    }
    const turned = await reranker.rerank({ text: 'is a cat the answer?' }, candidates.toReversed());
    expect(turned.scores.toReversed()).toEqual(scores);
  });

  it('scores texts that are empty, only signs, or written like markers', async () => {
    const candidates = passagesOf(['', '...', '[unused0] [unused1] [SEP] [MASK]', 'a cat']);
    const { scores, degraded } = await new ColbertReranker(encoder, still).rerank({ text: '[MASK]' }, candidates);
    expect(degraded).toEqual([]);
    for (const score of scores) expect(Math.abs(score ?? 9)).toBeLessThanOrEqual(1);
  });
});

describe('reranking within a time', () => {
  it('gives what it has when the time is up, and goes on from there the next time', async () => {
    let time = 0;
    const watching = watched({}, () => (time += 60));
    const reranker = new ColbertReranker(watching.encoder, { now: () => time, batch: 4 });
    const candidates = passagesOf(textsOf(10));
    const first = await reranker.rerank({ text: 'a cat' }, candidates, { deadlineMs: 100 });
    expect(first.scores.map((score) => score !== undefined)).toEqual([...Array(8).fill(true), false, false]);
    expect(first.degraded).toEqual([
      {
        step: 'rerank',
        wanted: 'tiny-bert',
        used: '8 of 10 passages reranked',
        reason: 'The time for the answer was used up.',
      },
    ]);
    const second = await reranker.rerank({ text: 'a cat' }, candidates, { deadlineMs: 100 });
    expect(second.degraded).toEqual([]);
    expect(second.scores.slice(0, 8)).toEqual(first.scores.slice(0, 8));
    expect(watching.given.map(({ length }) => length)).toEqual([4, 4, 2]);
  });

  it('leaves the order alone when there is no time at all', async () => {
    const { scores, degraded } = await new ColbertReranker(encoder, still).rerank(
      { text: 'a cat' },
      passagesOf(textsOf(2)),
      { deadlineMs: 0 },
    );
    expect(scores).toEqual([undefined, undefined]);
    expect(degraded.map(({ used }) => used)).toEqual(['the order before']);
  });

  it('remembers no more than it may', async () => {
    const watching = watched();
    const bytes = 5 * 16 * 4;
    const reranker = new ColbertReranker(watching.encoder, { ...still, memoryBytes: 3 * bytes });
    // Each has two words, which makes five rows.
    const candidates = passagesOf(['a cat', 'a dog', 'a paper', 'a graph']);
    await reranker.rerank({ text: 'what' }, candidates.slice(0, 3));
    await reranker.rerank({ text: 'what' }, candidates.slice(0, 1));
    await reranker.rerank({ text: 'what' }, candidates.slice(3));
    const asked = watching.given.length;
    await reranker.rerank(
      { text: 'what' },
      candidates.filter((_, i) => i !== 1),
    );
    expect(watching.given.length).toBe(asked);
    await reranker.rerank({ text: 'what' }, candidates.slice(1, 2));
    expect(watching.given.slice(asked)).toEqual([['\na dog']]);
  });

  it('ends when it is cancelled', async () => {
    const stop = new AbortController();
    const watching = watched({}, () => stop.abort());
    const run = new ColbertReranker(watching.encoder, still).rerank({ text: 'a cat' }, passagesOf(textsOf(2)), {
      signal: stop.signal,
    });
    await expect(run).rejects.toMatchObject({ code: 'retrieval/cancelled' });
  });
});

describe('reranking by an encoder that is not sound', () => {
  it.each<[string, () => Partial<MultiVectorEncoder>, string]>([
    [
      'vectors of another model for passages',
      () => ({ encodePassages: async (texts) => texts.map(() => rowsOf(8)) }),
      'gave 8 numbers for 1 tokens of 16',
    ],
    ['vectors of another model for the question', () => ({ encodeQuery: async () => [rowsOf(8)] }), 'gave 8 numbers'],
    [
      'what is no number',
      () => ({ encodePassages: async (texts) => texts.map(() => rowsOf(16, Number.NaN)) }),
      'no number',
    ],
    ['nothing', () => ({ encodePassages: async () => [] }), 'gave 0 numbers'],
  ])('leaves the order before when it gives %s', async (_, changes, reason) => {
    const { scores, degraded } = await new ColbertReranker(watched(changes()).encoder, still).rerank(
      { text: 'a cat' },
      passagesOf(['a dog']),
    );
    expect(scores).toEqual([undefined]);
    expect(degraded).toMatchObject([
      { wanted: 'tiny-bert', used: 'the order before', reason: expect.stringContaining(reason) },
    ]);
  });

  it('leaves the order before when it was closed', async () => {
    const reranker = await openColbertReranker(store, 'tiny-rotary', { ...still, dimensions: 64 });
    expect(reranker.model).toMatchObject({ name: 'tiny-rotary', dimensions: 64, commercial: false });
    expect((await reranker.rerank({ text: 'a cat' }, passagesOf(['a dog']))).degraded).toEqual([]);
    await reranker.close();
    const { degraded } = await reranker.rerank({ text: 'a dog' }, passagesOf(['a dog']));
    expect(degraded.map(({ used }) => used)).toEqual(['the order before']);
  });

  it('cannot be opened without the files', async () => {
    const empty = new ModelStore(join(folder, 'none'), { models: [store.entry('tiny-bert')] });
    await expect(openColbertReranker(empty, 'tiny-bert', still)).rejects.toMatchObject({
      code: 'inference/model-not-here',
    });
  });
});

describe('token vectors that the indexer has stored', () => {
  const newLibrary = useLibraries();
  const texts = ['the cat sat', 'a dog of the paper', 'the answer is a graph'];

  it('are scored without the encoder, nearly as fresh ones are', async () => {
    const library = newLibrary();
    await library.add('10.1/a', texts);
    const indexer = await library.indexer();
    await indexer.catchUp();
    expect(await indexer.encodePending(encoder)).toEqual({ added: 1, removed: 0, failed: [] });
    expect(await indexer.encodePending(encoder)).toEqual({ added: 0, removed: 0, failed: [] });
    const index = library.reader();
    const candidates = (await index.searchWords('cat dog answer', { limit: 9 })).map(({ passage }) => passage);
    expect(candidates.length).toBeGreaterThan(0);
    const watching = watched();
    const stored = new ColbertReranker(watching.encoder, { ...still, stored: index });
    const { scores, degraded } = await stored.rerank({ text: 'what is the graph?' }, candidates);
    expect([watching.given, degraded]).toEqual([[], []]);
    const fresh = await new ColbertReranker(encoder, still).rerank({ text: 'what is the graph?' }, candidates);
    for (const [i, score] of scores.entries()) {
      expect(Math.abs((score ?? 9) - (fresh.scores[i] ?? 0))).toBeLessThan(0.05);
    }
  });

  it('are taken by a reranker that is opened by the name of its model', async () => {
    const library = newLibrary();
    await library.add('10.1/a', texts);
    const indexer = await library.indexer();
    await indexer.catchUp();
    await indexer.encodePending(encoder);
    const index = library.reader();
    const settings = { name: 'tiny-bert', offline: true, deadlineMs: 10_000 };
    const reranker = await openReranker(settings, { models: store, index, now: () => performance.now() });
    try {
      const { passages, degraded } = await new Retriever({ index, rerankers: [reranker] }).retrieve('the cat', {
        limit: 3,
      });
      expect(degraded.filter(({ step }) => step === 'rerank')).toEqual([]);
      expect(passages[0]?.methods.map(({ name }) => name)).toContain('tiny-bert');
    } finally {
      await reranker.close?.();
    }
  });

  it('are not taken for those of another model, and go with their paper', async () => {
    const library = newLibrary();
    await library.add('10.1/a', texts);
    const indexer = await library.indexer();
    await indexer.catchUp();
    await indexer.encodePending(encoder);
    const index = library.reader();
    const candidates = (await index.searchWords('cat dog answer', { limit: 9 })).map(({ passage }) => passage);
    const other = { ...encoder.model, digest: 'f'.repeat(64) };
    expect(await index.tokenVectors(other, candidates)).toEqual(candidates.map(() => undefined));
    await library.add('10.1/a', ['a new version with a cat']);
    await indexer.catchUp();
    await indexer.encodePending(encoder);
    expect(await index.tokenVectors(encoder.model, candidates)).toEqual(candidates.map(() => undefined));
  });

  it('are left out where the encoder fails or the run is ended, and follow the next time', async () => {
    const library = newLibrary();
    await library.add('10.1/a', texts);
    const indexer = await library.indexer();
    await indexer.catchUp();
    const lying = watched({ encodePassages: async (given) => given.map(() => rowsOf(8)) }).encoder;
    const { failed } = await indexer.encodePending(lying);
    expect(failed).toMatchObject([{ paper: '10.1_a', code: 'retrieval/wrong-vector' }]);
    const signal = AbortSignal.abort();
    await expect(indexer.encodePending(encoder, { signal })).rejects.toMatchObject({ code: 'retrieval/cancelled' });
    expect(await indexer.encodePending(encoder)).toMatchObject({ added: 1, failed: [] });
  });
});

function rowsOf(dimensions: number, value = 1) {
  return { count: 1, dimensions, data: new Float32Array(dimensions).fill(value), truncated: false };
}
