import { afterEach, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import type { Embedder } from '../embedder.ts';
import { ModelStore } from '../fetch/model-store.ts';
import type { EmbedderEntry } from '../manifest/model-entry.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import {
  dimensions,
  fileEntry,
  storeWith,
  tinyEmbedder,
  tinyExpected,
  tinyFile,
  tinyScorer,
} from '../testing/tiny-models.ts';
import { openEmbedder } from './open-embedder.ts';
import type { OnnxOptions } from './worker-setup.ts';

const opened: Embedder[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((embedder) => embedder.close()));
});

async function open(changes: Partial<EmbedderEntry> = {}, options?: OnnxOptions): Promise<Embedder> {
  const embedder = await openEmbedder(storeWith(temporaryFolder(), [tinyEmbedder(changes)]), 'tiny', options);
  opened.push(embedder);
  return embedder;
}

const texts = tinyExpected.embeddings.map(({ text }) => text);
const many = Array.from({ length: 50 }, (_, index) => texts[index % texts.length] as string);

/** Holds when all numbers are those of the reference, as far as a float of 32 bits goes. */
function expectNear(vector: Float32Array | undefined, reference: readonly number[] | undefined): void {
  const distances = reference?.map((value, index) => Math.abs(value - (vector?.[index] ?? Number.NaN)));
  expect(vector).toHaveLength(reference?.length ?? Number.NaN);
  expect(Math.max(...(distances ?? [Number.NaN]))).toBeLessThan(1e-5);
}

describe('openEmbedder', () => {
  test('gives the vectors that the reference computes, by the first token', async () => {
    const embedder = await open();
    const vectors = await embedder.embed('passage', texts);
    for (const [index, { cls }] of tinyExpected.embeddings.entries()) expectNear(vectors[index], cls);
  });

  test('gives the vectors that the reference computes, by the mean', async () => {
    const embedder = await open({ pooling: 'mean' });
    const vectors = await embedder.embed('passage', texts);
    for (const [index, { mean }] of tinyExpected.embeddings.entries()) expectNear(vectors[index], mean);
  });

  test('gives the vectors of all tokens, with the first and the last that frame the text', async () => {
    const embedder = await open();
    const results = await embedder.embedTokens('passage', texts);
    for (const [index, expected] of tinyExpected.embeddings.entries()) {
      expectNear(results[index]?.vector, expected.cls);
      expectNear(results[index]?.tokens.data, expected.tokens.flat());
      expect(results[index]?.tokens).toMatchObject({ count: expected.ids.length, dimensions });
    }
  });

  test('puts the prefix before what is embedded, but not before the tokens of a query', async () => {
    const plain = await open();
    const prefixed = await open({ prefixes: { query: 'query the ', passage: 'paper ' } });
    const [query] = await prefixed.embedTokens('query', ['cat']);
    expect(query?.vector).toEqual((await plain.embed('query', ['query the cat']))[0]);
    expect(query?.vector).toEqual((await prefixed.embed('query', ['cat']))[0]);
    expect(query?.tokens).toEqual((await plain.embedTokens('query', ['cat']))[0]?.tokens);
    const [passage] = await prefixed.embedTokens('passage', ['cat']);
    expect(passage).toEqual((await plain.embedTokens('passage', ['paper cat']))[0]);
  });

  test('gives the same text the very same vector among other neighbours and on other threads', async () => {
    const one = await open();
    const two = await open({}, { threads: 2 });
    const expected = await one.embed('passage', many);
    const reversed = await two.embed('passage', many.toReversed());
    expect(reversed.toReversed()).toEqual(expected);
    const alone = await one.embed('passage', [many[3] as string]);
    expect(alone[0]).toEqual(expected[3]);
  });

  test('gives each vector memory of its own', async () => {
    const embedder = await open();
    const [vector] = await embedder.embed('passage', texts);
    expect(vector?.buffer.byteLength).toBe(dimensions * 4);
  });

  test('answers a question while background work is under way', async () => {
    const embedder = await open();
    const order: string[] = [];
    const background = embedder
      .embed('passage', Array.from({ length: 40 }, () => many).flat(), { priority: 'background' })
      .then(() => order.push('background'));
    const question = embedder.embed('query', ['what is a graph?']).then(() => order.push('question'));
    await Promise.all([background, question]);
    expect(order).toEqual(['question', 'background']);
  });

  test('can be cancelled, and goes on with other work', async () => {
    const embedder = await open();
    const controller = new AbortController();
    const long = embedder.embed('passage', many, { signal: controller.signal });
    controller.abort();
    await expect(long).rejects.toMatchObject({ code: 'inference/cancelled' });
    expect(await embedder.embed('passage', ['cat'])).toHaveLength(1);
  });

  test('says which model it is by the digest of its weights', async () => {
    const [weights] = tinyEmbedder().files;
    expect((await open()).model).toEqual({
      name: 'tiny',
      digest: weights?.sha256,
      dimensions,
      maxTokens: 32,
      licence: 'Apache-2.0',
    });
  });

  test('refuses all calls when it is closed, also those under way', async () => {
    const embedder = await open();
    const under = embedder.embed('passage', many);
    const closed = embedder.close();
    await expect(under).rejects.toMatchObject({ code: 'inference/closed' });
    await closed;
    await expect(embedder.embed('passage', ['cat'])).rejects.toMatchObject({ code: 'inference/closed' });
    await embedder.close();
  });
});

describe('openEmbedder without a sound model', () => {
  test('says that the model was not fetched', async () => {
    const store = new ModelStore(temporaryFolder(), { models: [tinyEmbedder()] });
    await expect(openEmbedder(store, 'tiny')).rejects.toMatchObject({ code: 'inference/model-not-here' });
    await expect(openEmbedder(new ModelStore(temporaryFolder()))).rejects.toMatchObject({
      code: 'inference/model-not-here',
      message: expect.stringContaining('bge-small-en-v1.5-int8'),
    });
  });

  test('refuses a model of another kind, or of no name', async () => {
    const store = storeWith(temporaryFolder(), [tinyScorer()]);
    await expect(openEmbedder(store, 'tiny-scorer')).rejects.toMatchObject({ code: 'inference/wrong-kind' });
    await expect(openEmbedder(store, 'tiny')).rejects.toMatchObject({ code: 'inference/unknown-model' });
  });

  test('refuses weights of the right size that are not those of the manifest', async () => {
    const store = storeWith(temporaryFolder(), [tinyEmbedder()]);
    writeFileSync(store.path('tiny', 'model.onnx'), Buffer.alloc(tinyEmbedder().files[0]?.bytes ?? 0));
    await expect(openEmbedder(store, 'tiny')).rejects.toMatchObject({
      code: 'inference/damaged-model',
      message: expect.stringContaining('is not the file the manifest names'),
    });
  });

  test('refuses what is no model at all', async () => {
    const folder = temporaryFolder();
    const prose = `${folder}/prose`;
    writeFileSync(prose, 'These are not weights.');
    const [, tokenizer] = tinyEmbedder().files;
    const model = tinyEmbedder({ files: [fileEntry('model.onnx', prose), ...(tokenizer ? [tokenizer] : [])] });
    const store = storeWith(temporaryFolder(), [model]);
    writeFileSync(store.path('tiny', 'model.onnx'), 'These are not weights.');
    await expect(openEmbedder(store, 'tiny')).rejects.toMatchObject({ code: 'inference/damaged-model' });
  });

  test('refuses a model that gives other vectors than the manifest says', async () => {
    await expect(open({ dimensions: 384 })).rejects.toMatchObject({
      code: 'inference/damaged-model',
      message: expect.stringContaining('× 8 numbers'),
    });
    const scorer = {
      files: [
        fileEntry('model.onnx', tinyFile('scorer.onnx')),
        fileEntry('tokenizer.json', tinyFile('tokenizer.json')),
      ],
    };
    const store = storeWith(temporaryFolder(), [{ ...tinyScorer(), name: 'tiny' }]);
    const mistaken = new ModelStore(store.folder, { models: [tinyEmbedder(scorer)] });
    await expect(openEmbedder(mistaken, 'tiny', { threads: 2 })).rejects.toMatchObject({
      code: 'inference/damaged-model',
    });
  });
});
