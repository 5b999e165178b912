import { afterEach, describe, expect, test } from '@jest/globals';
import { cpSync, writeFileSync } from 'node:fs';
import type { CausalModel } from '../causal-model.ts';
import { lastTokenEncoder } from '../last-token-encoder.ts';
import type { CausalEntry } from '../manifest/model-entry.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { fileEntry, storeWith, tinyEmbedder, tinyFile } from '../testing/tiny-models.ts';
import { decoderStore, qwen3Expected, tinyDecoder } from '../testing/tiny-qwen3.ts';
import { type CausalOptions, openCausalModel } from './open-causal-model.ts';

const opened: CausalModel[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((model) => model.close()));
});

async function open(options?: CausalOptions, changes: Partial<CausalEntry> = {}): Promise<CausalModel> {
  const entry = tinyDecoder(changes);
  const model = await openCausalModel(decoderStore(temporaryFolder(), entry), entry.name, options);
  opened.push(model);
  return model;
}

/** Largest difference between two vectors of one length. */
function distance(vector: Float32Array | undefined, reference: readonly number[]): number {
  expect(vector).toHaveLength(reference.length);
  return Math.max(...reference.map((value, index) => Math.abs(value - (vector?.[index] ?? Number.NaN))));
}

describe('openCausalModel', () => {
  test('cuts prompts into the ids of the reference, special tokens and all', async () => {
    const { tokenizer } = await open();
    for (const { text, ids } of qwen3Expected.cases) expect(tokenizer.encode(text)).toEqual(ids);
    expect(tokenizer.encode('<|im_start|>')).toEqual([tokenizer.tokenId('<|im_start|>')]);
    expect(tokenizer.specials).toEqual(expect.arrayContaining(['<|endoftext|>', '<think>', '<|rerank_token|>']));
    expect(() => tokenizer.tokenId('<|no_such_token|>')).toThrow(
      expect.objectContaining({ code: 'inference/unknown-token' }),
    );
  });

  test('gives the states of the reference at any position, in the order asked for', async () => {
    const model = await open();
    for (const { ids, last, middle, batched } of qwen3Expected.cases) {
      const half = Math.floor(ids.length / 2);
      const states = await model.hiddenStates(ids, [half, ids.length - 1, half]);
      expect(states).toHaveLength(3);
      expect(distance(states[0], middle)).toBeLessThan(1e-4);
      expect(distance(states[1], last)).toBeLessThan(1e-4);
      // A batch padded on the left, read by the reference, gives a text the same state as the text alone.
      expect(distance(states[1], batched)).toBeLessThan(1e-4);
      expect(states[2]).toEqual(states[0]);
    }
  });

  test('lets a token see what stands before it, and nothing after', async () => {
    const model = await open();
    const [, { ids }] = qwen3Expected.cases as [unknown, { ids: number[] }];
    const at = 10;
    const [state] = await model.hiddenStates(ids, [at]);
    const [cut] = await model.hiddenStates(ids.slice(0, at + 1), [at]);
    expect(distance(cut, [...(state ?? [])])).toBeLessThan(1e-4);
    const [changed] = await model.hiddenStates([(ids[0] ?? 0) + 1, ...ids.slice(1)], [at]);
    expect(distance(changed, [...(state ?? [])])).toBeGreaterThan(1e-2);
  });

  test('reads last tokens of prompts on several threads, each prompt in its place', async () => {
    const encoder = lastTokenEncoder(await open({ threads: 2, cores: 2 }));
    const prompts = qwen3Expected.cases.map(({ text }) => text);
    const states = await encoder.lastStates(prompts);
    for (const [index, { last }] of qwen3Expected.cases.entries()) {
      expect(distance(states[index], last)).toBeLessThan(1e-4);
    }
    expect(encoder.unitLength).toBe(false);
    expect(await encoder.lastStates([])).toEqual([]);
  });

  test('reads a prompt of thousands of tokens, and refuses one beyond the window instead of cutting it', async () => {
    const model = await open({ maxTokens: 3000 });
    const long = Array.from({ length: 3000 }, (_, index) => index % 400);
    expect(await model.hiddenStates(long, [2999])).toHaveLength(1);
    await expect(model.hiddenStates([...long, 1], [0])).rejects.toMatchObject({ code: 'inference/too-long' });
    expect(model.model.maxTokens).toBe(3000);
  });

  test('refuses positions that are not there, and no sequence at all', async () => {
    const model = await open();
    await expect(model.hiddenStates([1, 2], [2])).rejects.toThrow(RangeError);
    await expect(model.hiddenStates([1, 2], [-1])).rejects.toThrow(RangeError);
    await expect(lastTokenEncoder(model).lastStates([''])).rejects.toThrow(RangeError);
  });

  test('can be cancelled, and refuses calls when it is closed', async () => {
    const model = await open();
    const stop = new AbortController();
    const call = model.hiddenStates([1, 2, 3], [0], { signal: stop.signal });
    stop.abort();
    await expect(call).rejects.toMatchObject({ code: 'inference/cancelled' });
    await model.close();
    await expect(model.hiddenStates([1], [0])).rejects.toMatchObject({ code: 'inference/closed' });
  });

  test('is told by all files of its weights', async () => {
    const one = await open();
    expect(one.model.digest).toBe(tinyDecoder().files[0]?.sha256);
    const folder = temporaryFolder();
    writeFileSync(`${folder}/data`, 'more weights');
    const entry = tinyDecoder();
    const more = { ...entry, files: [...entry.files, fileEntry('model.onnx_data', `${folder}/data`)] };
    const store = decoderStore(temporaryFolder(), more);
    writeFileSync(store.path(more.name, 'model.onnx_data'), 'more weights');
    const two = await openCausalModel(store, more.name);
    opened.push(two);
    expect(two.model.digest).not.toBe(one.model.digest);
    writeFileSync(store.path(more.name, 'model.onnx_data'), 'mere weights');
    await expect(openCausalModel(store, more.name)).rejects.toMatchObject({ code: 'inference/damaged-model' });
  });

  test('refuses a model of another kind, of other vectors or that is no decoder', async () => {
    const other = storeWith(temporaryFolder(), [tinyEmbedder()]);
    await expect(openCausalModel(other, 'tiny')).rejects.toMatchObject({ code: 'inference/wrong-kind' });
    await expect(open({}, { dimensions: 32 })).rejects.toMatchObject({ code: 'inference/damaged-model' });
    const encoder = tinyDecoder({
      files: [
        fileEntry('model.onnx', tinyFile('qwen3/scoring.onnx')),
        fileEntry('tokenizer.json', tinyFile('qwen3/tokenizer.json')),
      ],
    });
    const store = decoderStore(temporaryFolder(), encoder);
    cpSync(tinyFile('qwen3/scoring.onnx'), store.path(encoder.name, 'model.onnx'));
    await expect(openCausalModel(store, encoder.name)).rejects.toMatchObject({
      code: 'inference/damaged-model',
      message: expect.stringContaining('document_positions'),
    });
  });
});
