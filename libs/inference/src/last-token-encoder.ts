import type { CausalModel } from './causal-model.ts';
import type { ModelIdentity } from './model-identity.ts';
import type { PromptTokenizer } from './prompt-tokenizer.ts';
import type { RunOptions } from './run-options.ts';

/** A decoder-only model, here or behind a server, as far as the state of a prompt's last token goes. */
export interface LastTokenEncoder {
  readonly model: ModelIdentity;
  /** Absent where the tokens are out of sight, as behind a server. */
  readonly tokenizer?: PromptTokenizer;
  /** Whether states come scaled to unit length, so that only their direction is known. */
  readonly unitLength: boolean;

  /**
   * The final-norm hidden state of the last token of each prompt, in their order. A prompt is read as it stands: special tokens
   * in it are parsed, nothing is added before or behind it. Errors are `InferenceError`s.
   */
  lastStates(prompts: readonly string[], options?: RunOptions): Promise<Float32Array[]>;

  close(): Promise<void>;
}

/** A model of this process as a last-token encoder; closing it closes the model. */
export function lastTokenEncoder(model: CausalModel): LastTokenEncoder {
  return new CausalLastToken(model);
}

class CausalLastToken implements LastTokenEncoder {
  readonly model: ModelIdentity;
  readonly tokenizer: PromptTokenizer;
  readonly unitLength = false;
  readonly #model: CausalModel;

  constructor(model: CausalModel) {
    this.model = model.model;
    this.tokenizer = model.tokenizer;
    this.#model = model;
  }

  async lastStates(prompts: readonly string[], options?: RunOptions): Promise<Float32Array[]> {
    const states = await Promise.all(
      prompts.map((prompt) => {
        const ids = this.tokenizer.encode(prompt);
        return this.#model.hiddenStates(ids, [ids.length - 1], options);
      }),
    );
    return states.flat();
  }

  close(): Promise<void> {
    return this.#model.close();
  }
}
