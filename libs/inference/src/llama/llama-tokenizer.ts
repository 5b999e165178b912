import { InferenceError } from '../inference-error.ts';
import type { PromptTokenizer } from '../prompt-tokenizer.ts';
import type { LlamaModel } from './llama-engine.ts';

/** Kinds of words in a GGUF file that are tokens of their own wherever they are written: control and user-defined. */
const special = new Set([3, 4]);

/** The tokenizer of a GGUF file, for prompts. */
export class LlamaTokenizer implements PromptTokenizer {
  readonly specials: readonly string[];
  readonly #model: LlamaModel;
  readonly #ids: ReadonlyMap<string, number>;

  constructor(model: LlamaModel) {
    const { tokens = [], token_type: kinds = [] } = model.fileInfo.metadata.tokenizer?.ggml ?? {};
    this.#model = model;
    this.#ids = new Map(tokens.map((token, id) => [token, id]));
    this.specials = tokens.filter((_, id) => special.has(kinds[id] ?? 0));
  }

  encode(prompt: string): number[] {
    return this.#model.tokenize(prompt, true);
  }

  decode(ids: readonly number[]): string {
    return this.#model.detokenize(ids, true);
  }

  tokenId(token: string): number {
    const id = this.#ids.get(token);
    if (id !== undefined) return id;
    throw new InferenceError('inference/unknown-token', `The vocabulary has no token ${JSON.stringify(token)}.`);
  }
}
