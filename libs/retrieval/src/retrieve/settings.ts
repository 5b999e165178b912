/** How the legs of the search are joined. */
export type RetrievalSettings = {
  /** Weights of the two lists, each normalised to 0..1, for the order before reranking. */
  weights: { words: number; vectors: number };
  /** Weights beside the cosine of the vectors in the final sum: of the words' score, normalised to 0..1, and of MaxSim. */
  blend: { words: number; tokens: number };
  /** Passages taken from each leg. */
  pool: number;
  /** Passages of the fused list that are reranked. */
  rerank: number;
};

/**
 * The weights were chosen on development collections of scientific abstracts and papers (docs/decisions/0019): the words of a
 * question settle little that its meaning has not, but they do find names and numbers.
 */
export const defaultSettings: RetrievalSettings = {
  weights: { words: 1, vectors: 1 },
  blend: { words: 0.2, tokens: 4 },
  pool: 100,
  rerank: 200,
};

/** Characters of a question that are searched for; a pasted paper would take seconds and find no more. */
export const maxQuestionCharacters = 2000;
