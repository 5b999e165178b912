import { InferenceError } from '../inference-error.ts';

/** What the adapter needs of node-llama-cpp (3.x), which is installed only by those who want it. */
export type LlamaModule = {
  getLlama(options: { gpu: false | 'auto'; build: 'never'; logLevel: 'error'; maxThreads: number }): Promise<Llama>;
};
export type Llama = {
  loadModel(options: { modelPath: string; loadSignal?: AbortSignal }): Promise<LlamaModel>;
  dispose(): Promise<void>;
};
export type LlamaModel = {
  tokenize(text: string, specialTokens: boolean): number[];
  detokenize(tokens: readonly number[], specialTokens: boolean): string;
  createEmbeddingContext(options: { contextSize: number; batchSize: number; threads: number }): Promise<LlamaContext>;
  readonly embeddingVectorSize: number;
  readonly tokens: { shouldPrependBosToken: boolean; shouldAppendEosToken: boolean };
  readonly fileInfo: { metadata: GgufMetadata };
};
export type LlamaContext = {
  getEmbeddingFor(tokens: number[]): Promise<{ vector: readonly number[] }>;
  calculateInputLength(tokens: number[]): number;
};
/** As far as it is read: the words with their kinds, and under the name of the architecture how it pools. */
export type GgufMetadata = {
  general?: { architecture?: string; license?: string };
  tokenizer?: { ggml?: { tokens?: readonly string[]; token_type?: readonly number[] } };
} & Record<string, unknown>;

/** Loads a package by its name; fails where it is not installed. */
export type PackageLoader = (name: string) => Promise<unknown>;

/** What an operator installs for GGUF files to be run; it is large, and so no dependency. */
export const llamaPackage = 'node-llama-cpp';

/** Errors: `inference/engine-missing`. */
export async function loadLlama(load: PackageLoader = (name) => import(name)): Promise<LlamaModule> {
  let loaded: unknown;
  try {
    loaded = await load(llamaPackage);
  } catch (cause) {
    throw new InferenceError('inference/engine-missing', `${llamaPackage} cannot be loaded.`, { cause });
  }
  if (typeof (loaded as Partial<LlamaModule>).getLlama === 'function') return loaded as LlamaModule;
  throw new InferenceError('inference/engine-missing', `${llamaPackage} has no getLlama: it is of another version.`);
}
