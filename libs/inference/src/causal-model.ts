import { InferenceError } from './inference-error.ts';
import type { ModelIdentity } from './model-identity.ts';
import type { PromptTokenizer } from './prompt-tokenizer.ts';
import type { RunOptions } from './run-options.ts';

/** A decoder-only model that gives hidden states: each token sees itself and what stands before it. */
export interface CausalModel {
  /** `dimensions` is the hidden size, `maxTokens` the longest sequence. */
  readonly model: ModelIdentity;
  readonly tokenizer: PromptTokenizer;

  /**
   * Hidden states after the final norm, not normalised to unit length, at the asked positions (from 0) of one sequence; one
   * vector of `dimensions` numbers a position, in their order.
   * Errors: `inference/too-long` when the sequence has more than `maxTokens` tokens (nothing is cut), `model-failed`,
   * `cancelled`, `deadline`, `closed`. Throws RangeError for a position outside the sequence.
   */
  hiddenStates(ids: readonly number[], positions: readonly number[], options?: RunOptions): Promise<Float32Array[]>;

  /** Frees the model; calls under way end with `inference/closed`. */
  close(): Promise<void>;
}

/** Throws what `CausalModel.hiddenStates` promises for a sequence that is too long and a position that is not in it. */
export function checkSequence(
  { name, maxTokens }: ModelIdentity,
  ids: readonly number[],
  positions: readonly number[],
): void {
  if (ids.length > maxTokens) {
    throw new InferenceError('inference/too-long', `${name} reads ${maxTokens} tokens, the prompt has ${ids.length}.`);
  }
  for (const position of positions) {
    if (!Number.isInteger(position) || position < 0 || position >= ids.length) {
      throw new RangeError(`There is no position ${position} in a sequence of ${ids.length} tokens.`);
    }
  }
}
