import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ModelEntry, type ModelFile, ModelStore } from '@askg/inference';

const tiny = join(import.meta.dirname, '..', '..', '..', 'inference', 'src', 'testing', 'tiny', 'qwen3');

/** What torch computed for the tiny decoder and its projector: scores and vectors of one prompt with two passages. */
export const listwiseExpected = (
  JSON.parse(readFileSync(join(tiny, 'expected.json'), 'utf8')) as {
    scoring: {
      ids: number[];
      documentPositions: number[];
      queryPosition: number;
      scores: number[];
      documents: number[][];
      query: number[];
    };
  }
).scoring;

/** The tokenizer of the tiny decoder. */
export const listwiseTokenizer = JSON.parse(readFileSync(join(tiny, 'tokenizer.json'), 'utf8')) as object;

/** Path of the tiny projector. */
export const tinyProjector = join(tiny, 'projector.safetensors');

/** The same tiny decoder three times: its states with a projector beside, its scores with vectors, and its scores alone. */
const models: ModelEntry[] = [
  entry('tiny-states', 'states', { kind: 'causal-model', dimensions: 64, projector: 'projector.safetensors' }),
  entry('tiny-scoring', 'scoring', { kind: 'listwise-scorer', dimensions: 32, vectors: true }),
  entry('tiny-scores', 'scoring', { kind: 'listwise-scorer', dimensions: 32, vectors: false }),
];

/** A store in a folder that knows `tiny-states`, `tiny-scoring` and `tiny-scores`; their files are copied there. */
export function listwiseStore(folder: string, { noncommercial = true } = {}): ModelStore {
  const store = new ModelStore(folder, { models, noncommercial });
  for (const { name } of models) {
    mkdirSync(join(folder, name));
    for (const [file, source] of Object.entries(sources(name === 'tiny-states' ? 'states' : 'scoring'))) {
      cpSync(join(tiny, source), store.path(name, file));
    }
  }
  return store;
}

type Special =
  | Pick<Extract<ModelEntry, { kind: 'causal-model' }>, 'kind' | 'dimensions' | 'projector'>
  | Pick<Extract<ModelEntry, { kind: 'listwise-scorer' }>, 'kind' | 'dimensions' | 'vectors'>;

function entry(name: string, graph: string, special: Special): ModelEntry {
  const files = Object.entries(sources(graph)).map(([file, source]) => describe(file, join(tiny, source)));
  const licence = { licence: 'CC-BY-NC-4.0', commercial: false } as const;
  return { name, origin: 'made for tests', ...licence, maxTokens: 4096, files, ...special };
}

function sources(graph: string): Record<string, string> {
  const shared = { 'model.onnx': `${graph}.onnx`, 'tokenizer.json': 'tokenizer.json' };
  return graph === 'states' ? { ...shared, 'projector.safetensors': 'projector.safetensors' } : shared;
}

function describe(name: string, path: string): ModelFile {
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  return { name, bytes: statSync(path).size, sha256, sources: [] };
}
