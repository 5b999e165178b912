import { configuredEmbedderName, hasConfiguredEmbedder } from '@askg/inference';
import { modelStore } from '../models/model-store.ts';
import type { Check } from './check.ts';

/** Whether passages can be found by meaning. */
export const checkModels: Check = async (shell) => {
  const { models, offline, embedder } = shell.config;
  const what = 'Models';
  const name = configuredEmbedderName(embedder);
  if ('server' in embedder) {
    return [
      {
        what,
        state: 'ok',
        detail: `${name} at ${embedder.server.baseUrl} embeds the passages; it gives no vectors of tokens, so that late interaction is left out`,
      },
    ];
  }
  const store = modelStore(shell);
  const { licence, commercial } = store.usable(name);
  if (await hasConfiguredEmbedder(store, embedder)) {
    const only = commercial === false ? `, under ${licence}: for use that earns no money` : '';
    return [{ what, state: 'ok', detail: `${name} is in ${models}${only}` }];
  }
  const detail = `${name} is not in ${models}: passages are found by words only.`;
  const advice = offline
    ? 'Unset ASKG_OFFLINE and run `askg models fetch`, or copy the files there.'
    : '`askg models fetch` fetches it; `askg serve` does so by itself.';
  return [{ what, state: 'warning', detail, advice }];
};
