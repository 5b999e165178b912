/** How much of the index a search looks at. */
export type PlaidSettings = {
  /** Centroids probed for each query token. */
  cells: number;
  /** Centroids that score less with every query token do not count in the first ordering; -Infinity keeps all. */
  threshold: number;
  /** Documents that the first ordering keeps; a quarter of them is decoded and scored exactly. */
  documents: number;
};

/** The settings of PLAID's authors for results of a given length. Source: Santhanam et al., PLAID, CIKM 2022, table 2. */
export function settingsFor(limit: number): PlaidSettings {
  if (limit <= 10) return { cells: 1, threshold: 0.5, documents: 256 };
  if (limit <= 100) return { cells: 2, threshold: 0.45, documents: 1024 };
  return { cells: 4, threshold: 0.4, documents: Math.max(4 * limit, 4096) };
}

/** Centroids for a number of token vectors: the power of two at or below `16 √n`, as ColBERT's indexer takes it. */
export function centroidsFor(tokens: number): number {
  return Math.max(1, Math.min(tokens, 2 ** Math.floor(Math.log2(16 * Math.sqrt(tokens)))));
}

/** Documents of a collection that a codec is learnt from: `1 + 16 √(120 n)` of them, as ColBERT's indexer takes it. */
export function sampledDocuments(documents: number): number {
  return Math.min(documents, 1 + Math.floor(16 * Math.sqrt(120 * documents)));
}
