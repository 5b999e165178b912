/** Which model made a vector or a score; vectors of different identities must never be compared. */
export type ModelIdentity = {
  name: string;
  /** SHA-256 of the weights in hex; for a model behind a server, where the weights are out of sight, of its address and name. */
  digest: string;
  /** Length of a vector; 1 for a pair scorer. */
  dimensions: number;
  /** Longest input in tokens; what goes beyond is cut off. */
  maxTokens: number;
};
