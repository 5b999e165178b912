import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ModelStore } from '../../fetch/model-store.ts';
import type { ListwiseScorer } from '../../listwise-scorer.ts';
import type { ListwiseEntry } from '../../manifest/model-entry.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { fileEntry, tinyFile } from '../../testing/tiny-models.ts';
import { tinyDecoder } from '../../testing/tiny-qwen3.ts';
import { openListwiseScorer } from './open-listwise-scorer.ts';

/** A store with a listwise scorer made of these files of the tiny decoder. */
function storeOf(graph: string, changes: Partial<ListwiseEntry> = {}): ModelStore {
  const [weights, tokenizer] = [tinyFile(`qwen3/${graph}.onnx`), tinyFile('qwen3/tokenizer.json')];
  const entry: ListwiseEntry = {
    name: 'lists',
    kind: 'listwise-scorer',
    origin: 'made for tests',
    licence: 'Apache-2.0',
    dimensions: 32,
    vectors: true,
    maxTokens: 512,
    files: [fileEntry('model.onnx', weights), fileEntry('tokenizer.json', tokenizer)],
    ...changes,
  };
  const store = new ModelStore(temporaryFolder(), { models: [entry, tinyDecoder()] });
  mkdirSync(store.path('lists', ''));
  cpSync(weights, store.path('lists', 'model.onnx'));
  cpSync(tokenizer, store.path('lists', 'tokenizer.json'));
  return store;
}

describe('a listwise scorer', () => {
  let scorer: ListwiseScorer;
  beforeAll(async () => {
    scorer = await openListwiseScorer(storeOf('scoring'), 'lists');
  });
  afterAll(() => scorer.close());

  test('gives a score a passage, the cosine of the vectors it gives', async () => {
    const ids = scorer.tokenizer.encode('the paper and the graph, the query');
    const { scores, vectors } = await scorer.score({ ids, passages: [1, 3], query: ids.length - 1 });
    expect(scores).toHaveLength(2);
    const { query = new Float32Array(), passages = [] } = vectors ?? {};
    const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
    for (const [i, passage] of passages.entries()) {
      const cosine = dot(query, passage) / Math.sqrt(dot(query, query) * dot(passage, passage));
      expect(scores[i]).toBeCloseTo(cosine, 5);
    }
  });

  test('cuts nothing: it refuses a prompt that is too long, and a place outside of it', async () => {
    const long = Array.from({ length: 513 }, () => 1);
    await expect(scorer.score({ ids: long, passages: [1], query: 2 })).rejects.toThrow(
      expect.objectContaining({ code: 'inference/too-long' }),
    );
    await expect(scorer.score({ ids: [1, 2], passages: [0], query: 2 })).rejects.toThrow(RangeError);
  });
});

describe('opening a listwise scorer', () => {
  test.each([
    ['has no scores', storeOf('states'), 'inference/damaged-model'],
    ['gives vectors of another length', storeOf('scoring', { dimensions: 31 }), 'inference/damaged-model'],
  ])('refuses a graph that %s', async (_, store, code) => {
    await expect(openListwiseScorer(store, 'lists')).rejects.toThrow(expect.objectContaining({ code }));
  });

  test('refuses other weights than the manifest names, and another kind of model', async () => {
    const store = storeOf('scoring');
    const same = Buffer.alloc(fileEntry('model.onnx', tinyFile('qwen3/scoring.onnx')).bytes);
    writeFileSync(store.path('lists', 'model.onnx'), same);
    await expect(openListwiseScorer(store, 'lists')).rejects.toThrow('not the file the manifest names');
    await expect(openListwiseScorer(store, tinyDecoder().name)).rejects.toThrow(
      expect.objectContaining({ code: 'inference/wrong-kind' }),
    );
  });
});
