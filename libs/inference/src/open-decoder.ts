import type { CausalModel } from './causal-model.ts';
import type { ModelStore } from './fetch/model-store.ts';
import { InferenceError } from './inference-error.ts';
import type { PackageLoader } from './llama/llama-engine.ts';
import { openLlamaModel } from './llama/open-llama-model.ts';
import { type CausalOptions, openCausalModel } from './onnx/open-causal-model.ts';

/** The file of a decoder that llama.cpp runs; it holds its tokenizer too. */
const ggufFile = 'model.gguf';

/** Tokens that a GGUF decoder reads at most where nothing else is asked for: it reads a sequence in one piece. */
const usualTokens = 4_096;

export type DecoderOptions = CausalOptions & {
  /** How node-llama-cpp is loaded, for a model in a `model.gguf`; by its name when not given. */
  load?: PackageLoader;
};

/**
 * Opens a decoder-only model of a models folder by the file it has: `model.gguf` with node-llama-cpp, if that is installed,
 * otherwise `model.onnx`. Errors: `inference/noncommercial`, those of `openLlamaModel` and `openCausalModel`.
 */
export async function openDecoder(
  store: ModelStore,
  name: string,
  { load, ...options }: DecoderOptions = {},
): Promise<CausalModel> {
  const entry = store.entry(name);
  const gguf = entry.files.find((file) => file.name === ggufFile);
  if (entry.kind !== 'causal-model' || gguf === undefined) return openCausalModel(store, name, options);
  store.usable(name);
  if (!(await store.has(name))) {
    throw new InferenceError('inference/model-not-here', `${name} is not in ${store.folder}.`);
  }
  const model = await openLlamaModel({
    path: store.path(name, ggufFile),
    name,
    licence: entry.licence,
    ...(entry.commercial === undefined ? {} : { commercial: entry.commercial }),
    maxTokens: Math.min(entry.maxTokens, options.maxTokens ?? usualTokens),
    cores: options.cores ?? 1,
    ...(load ? { load } : {}),
  });
  if (model.model.digest === gguf.sha256 && model.model.dimensions === entry.dimensions) return model;
  await model.close();
  throw new InferenceError(
    'inference/damaged-model',
    `${store.path(name, ggufFile)} is not the file the manifest names.`,
  );
}
