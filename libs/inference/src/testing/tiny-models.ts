import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ModelStore } from '../fetch/model-store.ts';
import type { EmbedderEntry, FileSource, ModelEntry, ModelFile } from '../manifest/model-entry.ts';

const tiny = join(import.meta.dirname, 'tiny');

/** Models of a few kB that `tiny/make_tiny_models.py` made, and what they must give, computed there without the engine. */
export const tinyExpected = JSON.parse(readFileSync(tinyFile('expected.json'), 'utf8')) as {
  embeddings: { text: string; ids: number[]; cls: number[]; mean: number[]; tokens: number[][] }[];
  pairs: { query: string; passage: string; ids: number[]; segments: number[]; score: number }[];
};

export const tinyTokenizer = JSON.parse(readFileSync(tinyFile('tokenizer.json'), 'utf8')) as object;

export const maxTokens = 32;
export const dimensions = 8;

/** Path of a file of the tiny models: `encoder.onnx`, `scorer.onnx` or `tokenizer.json`. */
export function tinyFile(name: string): string {
  return join(tiny, name);
}

/** A manifest's entry of one file of the tiny models. */
export function fileEntry(
  name: string,
  from: string,
  sources: FileSource[] = [{ from: 'url', url: 'http://127.0.0.1:9/' }],
): ModelFile {
  const sha256 = createHash('sha256').update(readFileSync(from)).digest('hex');
  return { name, bytes: statSync(from).size, sha256, sources };
}

export function tinyEmbedder(changes: Partial<EmbedderEntry> = {}): EmbedderEntry {
  return {
    name: 'tiny',
    kind: 'embedder',
    origin: 'made for tests',
    licence: 'Apache-2.0',
    dimensions,
    maxTokens,
    pooling: 'cls',
    prefixes: { query: '', passage: '' },
    files: [fileEntry('model.onnx', tinyFile('encoder.onnx')), fileEntry('tokenizer.json', tinyFile('tokenizer.json'))],
    ...changes,
  };
}

export function tinyScorer(): ModelEntry {
  return {
    name: 'tiny-scorer',
    kind: 'pair-scorer',
    origin: 'made for tests',
    licence: 'Apache-2.0',
    maxTokens,
    files: [fileEntry('model.onnx', tinyFile('scorer.onnx')), fileEntry('tokenizer.json', tinyFile('tokenizer.json'))],
  };
}

/** A store in an empty folder that knows some models, and in which they already are. */
export function storeWith(folder: string, models: ModelEntry[]): ModelStore {
  const store = new ModelStore(folder, { models });
  for (const { name, kind } of models) {
    mkdirSync(join(store.folder, name));
    cpSync(tinyFile(kind === 'embedder' ? 'encoder.onnx' : 'scorer.onnx'), store.path(name, 'model.onnx'));
    cpSync(tinyFile('tokenizer.json'), store.path(name, 'tokenizer.json'));
  }
  return store;
}
