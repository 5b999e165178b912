import type { TokenVectors } from '@askg/inference';

/** Token vectors coded: for each the number of its centroid, and a record of always the same length for what is left. */
export type CodedTokens = { count: number; codes: Uint32Array; records: Uint8Array };

/** Vectors as a centroid and a record each. */
export interface TokenVectorCodec {
  readonly dimensions: number;
  readonly centroids: TokenVectors;
  /** Bytes of a vector's record. */
  readonly recordBytes: number;
  /** @throws RetrievalError retrieval/cancelled */
  encode(vectors: TokenVectors, signal?: AbortSignal): Promise<CodedTokens>;
  /** The vectors of unit length that codes and records stand for. */
  decode(coded: CodedTokens): TokenVectors;
}
