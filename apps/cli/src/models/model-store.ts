import { type ModelStore, openModelStore } from '@askg/inference';
import type { Shell } from '../shell/shell.ts';

/** The models folder that is set up. @throws InferenceError `inference/bad-manifest` */
export function modelStore({ config: { models, noncommercial } }: Shell): ModelStore {
  return openModelStore(models, { noncommercial });
}
