import { ModelStore, defaultEmbedder } from '@askg/inference';
import type { Check } from './check.ts';

/** Whether passages can be found by meaning. */
export const checkModels: Check = async (shell) => {
  const { models, offline } = shell.config;
  const what = 'Models';
  if (await new ModelStore(models).has(defaultEmbedder)) {
    return [{ what, state: 'ok', detail: `${defaultEmbedder} is in ${models}` }];
  }
  const detail = `${defaultEmbedder} is not in ${models}: passages are found by words only.`;
  const advice = offline
    ? 'Unset ASKG_OFFLINE and run `askg models fetch`, or copy the files there.'
    : '`askg models fetch` fetches it; `askg serve` does so by itself.';
  return [{ what, state: 'warning', detail, advice }];
};
