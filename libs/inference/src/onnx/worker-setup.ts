import type { ModelStore } from '../fetch/model-store.ts';
import { InferenceError } from '../inference-error.ts';
import type { ModelEntry } from '../manifest/model-entry.ts';
import type { ModelIdentity } from '../model-identity.ts';
import type { WorkerSetup } from './worker-messages.ts';

export type OnnxOptions = {
  /**
   * Threads that run the model, 1 when not given. Each holds a copy of it (for the default model about 130 MB) and reads one
   * text at a time on one core.
   */
  threads?: number;
  /**
   * Milliseconds without work after which a thread gives its memory back; the next work loads the model again. Never, when
   * not given.
   */
  idleMs?: number;
};

const weights = 'model.onnx';
const tokenizer = 'tokenizer.json';

/** What a thread needs to load a model. Throws `inference/model-not-here`, `noncommercial`. */
export async function workerSetup(
  store: ModelStore,
  model: ModelEntry,
  task: WorkerSetup['task'],
): Promise<WorkerSetup> {
  store.usable(model.name);
  if (!(await store.has(model.name))) {
    throw new InferenceError('inference/model-not-here', `${model.name} is not in ${store.folder}.`);
  }
  return {
    weights: store.path(model.name, weights),
    tokenizer: store.path(model.name, tokenizer),
    digests: { weights: digestOf(model, weights), tokenizer: digestOf(model, tokenizer) },
    maxTokens: model.maxTokens,
    task,
  };
}

export function identityOf(model: ModelEntry, dimensions: number): ModelIdentity {
  const { name, maxTokens, licence, commercial } = model;
  const identity = { name, digest: digestOf(model, weights), dimensions, maxTokens, licence };
  return commercial === undefined ? identity : { ...identity, commercial };
}

export function wrongKind(model: ModelEntry, wanted: string): InferenceError {
  return new InferenceError('inference/wrong-kind', `${model.name} is a ${model.kind}, not ${wanted}.`);
}

function digestOf(model: ModelEntry, name: string): string {
  const file = model.files.find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`The manifest names no ${name} for ${model.name}.`);
  return file.sha256;
}
