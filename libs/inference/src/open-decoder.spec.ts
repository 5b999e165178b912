import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ModelStore } from './fetch/model-store.ts';
import type { LlamaModule } from './llama/llama-engine.ts';
import type { CausalEntry } from './manifest/model-entry.ts';
import { openDecoder } from './open-decoder.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { fileEntry } from './testing/tiny-models.ts';
import { decoderStore, qwen3Expected, tinyDecoder } from './testing/tiny-qwen3.ts';

/** The shape of node-llama-cpp with vectors of two numbers. */
const engine: LlamaModule = {
  getLlama: async () => ({
    loadModel: async () => ({
      tokenize: (text) => [...text].map((letter) => letter.codePointAt(0) ?? 0),
      detokenize: (tokens) => String.fromCodePoint(...tokens),
      createEmbeddingContext: async () => ({
        getEmbeddingFor: async (tokens) => ({ vector: [tokens.length, 1] }),
        calculateInputLength: (tokens) => tokens.length,
      }),
      embeddingVectorSize: 2,
      tokens: { shouldPrependBosToken: false, shouldAppendEosToken: false },
      fileInfo: { metadata: {} },
    }),
    dispose: async () => {},
  }),
};

/** A store with a model in a `model.gguf`. */
function ggufStore(changes: Partial<CausalEntry> = {}): ModelStore {
  const source = join(temporaryFolder(), 'model.gguf');
  writeFileSync(source, 'weights');
  const entry = tinyDecoder({ dimensions: 2, files: [fileEntry('model.gguf', source)], ...changes });
  const store = new ModelStore(temporaryFolder(), { models: [entry] });
  mkdirSync(store.path(entry.name, ''));
  writeFileSync(store.path(entry.name, 'model.gguf'), 'weights');
  return store;
}

describe('openDecoder', () => {
  test('runs a model.onnx', async () => {
    const model = await openDecoder(decoderStore(temporaryFolder()), 'tiny-qwen3');
    const [{ text, ids }] = qwen3Expected.cases as [(typeof qwen3Expected.cases)[0]];
    expect(model.tokenizer.encode(text)).toEqual(ids);
    await model.close();
  });

  test('runs a model.gguf with the engine for it, by what the manifest says', async () => {
    const model = await openDecoder(ggufStore(), 'tiny-qwen3', { load: async () => engine, maxTokens: 100 });
    expect(model.model).toMatchObject({ name: 'tiny-qwen3', dimensions: 2, maxTokens: 100, licence: 'Apache-2.0' });
    expect(await model.hiddenStates([5, 6], [1])).toEqual([Float32Array.of(2, 1)]);
    await model.close();
  });

  test('refuses a model.gguf that is not the manifest’s, not here, or has no engine', async () => {
    const load = async () => engine;
    const changed = ggufStore();
    writeFileSync(changed.path('tiny-qwen3', 'model.gguf'), 'Weights');
    const damaged = { code: 'inference/damaged-model' };
    await expect(openDecoder(changed, 'tiny-qwen3', { load })).rejects.toMatchObject(damaged);
    await expect(openDecoder(ggufStore({ dimensions: 3 }), 'tiny-qwen3', { load })).rejects.toMatchObject(damaged);
    writeFileSync(changed.path('tiny-qwen3', 'model.gguf'), 'half');
    await expect(openDecoder(changed, 'tiny-qwen3', { load })).rejects.toMatchObject({
      code: 'inference/model-not-here',
    });
    const restricted = ggufStore({ licence: 'CC-BY-NC-4.0', commercial: false });
    await expect(openDecoder(restricted, 'tiny-qwen3', { load })).rejects.toMatchObject({
      code: 'inference/noncommercial',
    });
    const without = openDecoder(ggufStore(), 'tiny-qwen3', { load: () => Promise.reject(new Error('none')) });
    await expect(without).rejects.toMatchObject({ code: 'inference/engine-missing' });
  });
});
