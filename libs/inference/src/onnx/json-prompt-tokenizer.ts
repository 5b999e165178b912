import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import { InferenceError } from '../inference-error.ts';
import type { PromptTokenizer } from '../prompt-tokenizer.ts';

const TokenizerFile = z.object({ added_tokens: z.array(z.object({ content: z.string().min(1) })).default([]) });

/** The tokenizer of a `tokenizer.json`, for prompts. */
export class JsonPromptTokenizer implements PromptTokenizer {
  readonly specials: readonly string[];
  readonly #tokenizer: Tokenizer;

  /** @param json the content of a `tokenizer.json`. Throws when it is none. */
  constructor(json: object) {
    this.#tokenizer = new Tokenizer(json, {});
    this.specials = TokenizerFile.parse(json).added_tokens.map(({ content }) => content);
  }

  encode(prompt: string): number[] {
    return this.#tokenizer.encode(prompt, { add_special_tokens: false }).ids;
  }

  decode(ids: readonly number[]): string {
    return this.#tokenizer.decode([...ids], { skip_special_tokens: false, clean_up_tokenization_spaces: false });
  }

  tokenId(token: string): number {
    const id = this.#tokenizer.token_to_id(token);
    if (id !== undefined) return id;
    throw new InferenceError('inference/unknown-token', `The vocabulary has no token ${JSON.stringify(token)}.`);
  }
}
