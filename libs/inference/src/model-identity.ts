/** Which model made a vector or a score; vectors of different identities must never be compared. */
export type ModelIdentity = {
  name: string;
  /**
   * SHA-256 of the weights in hex; for a model behind a server, where the weights are out of sight, of its address and name;
   * for an encoder of many vectors a text, of its files and all settings that make its vectors.
   */
  digest: string;
  /** Length of a vector; 1 for a pair scorer. */
  dimensions: number;
  /** Longest input in tokens; what goes beyond is cut off. */
  maxTokens: number;
  /** SPDX identifier of the licence of the weights; absent where they are behind a server. */
  licence?: string;
  /** Absent: that licence allows every use; false: none that earns money. */
  commercial?: false;
};
