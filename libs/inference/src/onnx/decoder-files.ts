import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ModelStore } from '../fetch/model-store.ts';
import { InferenceError } from '../inference-error.ts';
import type { ModelEntry, ModelFile } from '../manifest/model-entry.ts';
import type { ModelIdentity } from '../model-identity.ts';
import type { PromptTokenizer } from '../prompt-tokenizer.ts';
import { JsonPromptTokenizer } from './json-prompt-tokenizer.ts';
import { identityOf } from './worker-setup.ts';

/** Where the files beside `model.onnx` are that hold weights of it, and what they must be. */
export function weightsBeside(store: ModelStore, model: ModelEntry): { path: string; digest: string }[] {
  return weightsOf(model)
    .filter(({ name }) => name !== 'model.onnx')
    .map(({ name, sha256 }) => ({ path: store.path(model.name, name), digest: sha256 }));
}

/** The digest covers all files of the weights; with a single one it is that file's. */
export function identityOfWeights(
  model: ModelEntry & { dimensions: number },
  maxTokens = model.maxTokens,
): ModelIdentity {
  const identity = { ...identityOf(model, model.dimensions), maxTokens: Math.min(maxTokens, model.maxTokens) };
  const weights = weightsOf(model);
  if (weights.length === 1) return identity;
  const hash = createHash('sha256');
  for (const { name, sha256 } of weights) hash.update(`${name} ${sha256}\n`);
  return { ...identity, digest: hash.digest('hex') };
}

/** Errors: `inference/damaged-model`. */
export async function readTokenizer(path: string): Promise<PromptTokenizer> {
  try {
    return new JsonPromptTokenizer(JSON.parse(await readFile(path, 'utf8')) as object);
  } catch (cause) {
    throw new InferenceError('inference/damaged-model', `${path} is no tokenizer.`, { cause });
  }
}

function weightsOf({ files }: ModelEntry): ModelFile[] {
  return files.filter(({ name }) => name.startsWith('model.onnx'));
}
