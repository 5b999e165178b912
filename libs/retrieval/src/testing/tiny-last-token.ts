import { type LastTokenEncoder, lastTokenEncoder, openCausalModel } from '@askg/inference';
import { listwiseStore } from './tiny-listwise.ts';

/** The tiny decoder as a last-token encoder, with what it was asked. */
export type WatchedEncoder = LastTokenEncoder & {
  prompts: string[];
  /** Throws what it returns, when it returns something, before prompts are read. */
  failure: (prompts: readonly string[]) => Error | undefined;
};

export async function openTinyEncoder(folder: string): Promise<WatchedEncoder> {
  const encoder = lastTokenEncoder(await openCausalModel(listwiseStore(folder), 'tiny-states'));
  return watched(encoder);
}

export function watched(encoder: LastTokenEncoder): WatchedEncoder {
  const watching: WatchedEncoder = {
    model: encoder.model,
    ...(encoder.tokenizer ? { tokenizer: encoder.tokenizer } : {}),
    unitLength: encoder.unitLength,
    prompts: [],
    failure: () => undefined,
    async lastStates(prompts, options) {
      const failure = watching.failure(prompts);
      if (failure) throw failure;
      watching.prompts.push(...prompts);
      return encoder.lastStates(prompts, options);
    },
    close: () => encoder.close(),
  };
  return watching;
}
