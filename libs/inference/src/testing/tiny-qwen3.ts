import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { ModelStore } from '../fetch/model-store.ts';
import type { CausalEntry } from '../manifest/model-entry.ts';
import { fileEntry, tinyFile } from './tiny-models.ts';

/** What `tiny/make_tiny_qwen3.py` computed with torch for the files in `tiny/qwen3`. */
export const qwen3Expected = JSON.parse(readFileSync(tinyFile('qwen3/expected.json'), 'utf8')) as {
  /** States of the last and of the middle token (`ids.length / 2`, cut); `batched`: the last, read in a left-padded batch. */
  cases: { text: string; ids: number[]; last: number[]; batched: number[]; middle: number[] }[];
};

export function qwen3Tokenizer(): object {
  return JSON.parse(readFileSync(tinyFile('qwen3/tokenizer.json'), 'utf8')) as object;
}

/** The tiny decoder as an entry of a manifest. */
export function tinyDecoder(changes: Partial<CausalEntry> = {}): CausalEntry {
  return {
    name: 'tiny-qwen3',
    kind: 'causal-model',
    origin: 'made for tests',
    licence: 'Apache-2.0',
    dimensions: 64,
    maxTokens: 4096,
    files: [
      fileEntry('model.onnx', tinyFile('qwen3/states.onnx')),
      fileEntry('tokenizer.json', tinyFile('qwen3/tokenizer.json')),
    ],
    ...changes,
  };
}

/** A store in an empty folder that holds the tiny decoder. */
export function decoderStore(folder: string, model: CausalEntry = tinyDecoder()): ModelStore {
  const store = new ModelStore(folder, { models: [model] });
  mkdirSync(store.path(model.name, ''));
  cpSync(tinyFile('qwen3/states.onnx'), store.path(model.name, 'model.onnx'));
  cpSync(tinyFile('qwen3/tokenizer.json'), store.path(model.name, 'tokenizer.json'));
  return store;
}
