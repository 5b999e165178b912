import type { Environment } from '@askg/contract';
import type { Embedder } from './embedder.ts';
import type { ModelStore } from './fetch/model-store.ts';
import { InferenceError } from './inference-error.ts';
import { defaultEmbedder } from './manifest/manifest.ts';
import type { OnnxOptions } from './onnx/worker-setup.ts';
import { openEmbedder } from './onnx/open-embedder.ts';
import { type EmbeddingsOptions, openEmbeddings } from './openai/open-embeddings.ts';
import { isOnThisMachine } from './openai/this-machine.ts';

/** Which model finds by meaning: one of the models folder, or one behind a server. */
export type EmbedderSettings = { name: string } | { server: EmbeddingsOptions; offline: boolean };

export type EmbedderVariables = Pick<
  Environment,
  | 'ASKG_EMBEDDER'
  | 'EMBEDDINGS_URL'
  | 'EMBEDDINGS_MODEL'
  | 'EMBEDDINGS_API_KEY'
  | 'EMBEDDINGS_DIMENSIONS'
  | 'EMBEDDINGS_QUERY_PREFIX'
  | 'EMBEDDINGS_PASSAGE_PREFIX'
  | 'ASKG_OFFLINE'
>;

/** The settings that checked variables mean. @throws Error where they do not go together, naming the one at fault */
export function readEmbedderSettings(values: EmbedderVariables): EmbedderSettings {
  const { ASKG_EMBEDDER: name, EMBEDDINGS_URL: baseUrl, EMBEDDINGS_MODEL: model } = values;
  if (baseUrl === '') return { name: name || defaultEmbedder };
  if (name !== '') throw new Error('ASKG_EMBEDDER: leave it empty where EMBEDDINGS_URL is set.');
  const dimensions = Number(values.EMBEDDINGS_DIMENSIONS);
  if (model === '') throw new Error('EMBEDDINGS_MODEL: needed where EMBEDDINGS_URL is set.');
  if (!(dimensions > 0)) throw new Error('EMBEDDINGS_DIMENSIONS: needed where EMBEDDINGS_URL is set.');
  const { EMBEDDINGS_API_KEY: apiKey, EMBEDDINGS_QUERY_PREFIX: query, EMBEDDINGS_PASSAGE_PREFIX: passage } = values;
  const server = { baseUrl, model, dimensions, prefixes: { query, passage }, ...(apiKey === '' ? {} : { apiKey }) };
  return { server, offline: values.ASKG_OFFLINE === '1' };
}

/** Name of the model that is set up, as answers and reports say it. */
export function configuredEmbedderName(settings: EmbedderSettings): string {
  return 'name' in settings ? settings.name : settings.server.model;
}

/** Whether it can be opened without fetching anything. @throws InferenceError `inference/unknown-model` */
export function hasConfiguredEmbedder(store: ModelStore, settings: EmbedderSettings): Promise<boolean> {
  return 'name' in settings ? store.has(settings.name) : Promise.resolve(true);
}

/**
 * Opens the embedder that is set up; one behind a server is not asked before the first text.
 * @throws InferenceError as `openEmbedder`; `inference/offline` for a server on another machine
 */
export async function openConfiguredEmbedder(
  store: ModelStore,
  settings: EmbedderSettings,
  options: OnnxOptions = {},
): Promise<Embedder> {
  if ('name' in settings) return openEmbedder(store, settings.name, options);
  const { server, offline } = settings;
  if (offline && !isOnThisMachine(server.baseUrl)) {
    throw new InferenceError('inference/offline', `${new URL(server.baseUrl).host} is on another machine.`);
  }
  return openEmbeddings(server);
}
