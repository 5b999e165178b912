import type { ModelIdentity } from './model-identity.ts';
import type { RunOptions } from './run-options.ts';

/** Vectors of the tokens of one text, row after row, each of unit length. */
export type TokenVectors = {
  /** Number of rows. */
  count: number;
  dimensions: number;
  /** `count` × `dimensions` numbers. */
  data: Float32Array;
  /** How much each row of a query says about what it asks for: 0 or more, on the whole 1. Absent: all the same. */
  weights?: Float32Array;
};

/** One text's vector and the vectors of its tokens. */
export type TextVectors = { vector: Float32Array; tokens: TokenVectors };

/** What a text is to the model: many models put different words before a question and a passage. */
export type TextKind = 'query' | 'passage';

/** Turns texts into vectors whose dot product says how near they are in meaning. */
export interface Embedder {
  readonly model: ModelIdentity;

  /** One vector of unit length a text, in the order of the texts. Errors are `InferenceError`s. */
  embed(kind: TextKind, texts: readonly string[], options?: RunOptions): Promise<Float32Array[]>;

  /**
   * The same with the vectors of all tokens, for late interaction (MaxSim), from the first token that frames a text to the
   * last: both take part, as they make the ranking better (SciFact, nDCG@10). A passage's tokens come from the pass that
   * gives its vector. A query's are those of the bare text, which rank better than those with the model's query prefix;
   * its vector is the one `embed` gives.
   */
  embedTokens(kind: TextKind, texts: readonly string[], options?: RunOptions): Promise<TextVectors[]>;

  /** Frees the model; calls under way end with `inference/closed`. */
  close(): Promise<void>;
}
