import { ModelStore, type ModelStoreOptions } from './fetch/model-store.ts';
import { manifest } from './manifest/manifest.ts';
import { ownModels } from './manifest/own-models.ts';

/**
 * The models folder of an operator: it knows the models of askg and those that the operator has added to it.
 * @throws InferenceError `inference/bad-manifest`
 */
export function openModelStore(folder: string, options: Omit<ModelStoreOptions, 'models'> = {}): ModelStore {
  return new ModelStore(folder, { ...options, models: [...manifest.models, ...ownModels(folder)] });
}
