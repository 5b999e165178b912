/** Cuts prompts into the tokens of a decoder-only model. */
export interface PromptTokenizer {
  /**
   * Token ids of a prompt, exactly as it stands: special tokens written in it become their ids, none is added in front or
   * behind. Text of a user must have been made plain before; see `plainText`.
   */
  encode(prompt: string): number[];
  /** The text that tokens stand for; U+FFFD where they begin or end within a character. */
  decode(ids: readonly number[]): string;
  /** Id of one token, such as `<|im_end|>`. Throws `inference/unknown-token` when the vocabulary does not hold it. */
  tokenId(token: string): number;
  /** What becomes a token of its own wherever it stands in a text, such as `<|im_end|>` or `<think>`. */
  readonly specials: readonly string[];
}
