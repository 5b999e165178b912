import type { TokenVectors } from './embedder.ts';
import type { ModelIdentity } from './model-identity.ts';
import type { RunOptions } from './run-options.ts';

/** The vectors of one text, and whether its end did not fit. */
export type EncodedText = TokenVectors & { truncated: boolean };

/**
 * Turns texts into many vectors each, made to be compared by late interaction: `Σ_i max_j q_i · d_j` over the rows of a query
 * and of a passage. Source: Khattab and Zaharia, ColBERT, SIGIR 2020.
 */
export interface MultiVectorEncoder {
  readonly model: ModelIdentity;

  /** For each query as many rows of unit length as the model's queries have tokens. Errors are `InferenceError`s. */
  encodeQuery(texts: readonly string[], options?: RunOptions): Promise<EncodedText[]>;

  /** For each passage the rows of its tokens but for those that the model leaves out. Errors are `InferenceError`s. */
  encodePassages(texts: readonly string[], options?: RunOptions): Promise<EncodedText[]>;

  /** Frees the model; calls under way end with `inference/closed`. */
  close(): Promise<void>;
}
