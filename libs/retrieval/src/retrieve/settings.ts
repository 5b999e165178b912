/** How the legs of the search are joined. */
export type RetrievalSettings = {
  /** Weights of the two lists, each normalised to 0..1. */
  weights: { words: number; vectors: number };
  /** Passages taken from each leg. */
  pool: number;
  /** Passages of the fused list that are reranked. */
  rerank: number;
};

/**
 * The weights were chosen on development collections of scientific abstracts: the words of a question settle little that its
 * meaning has not, but they do find names and numbers.
 */
export const defaultSettings: RetrievalSettings = { weights: { words: 0.25, vectors: 1 }, pool: 100, rerank: 50 };

/** Characters of a question that are searched for; a pasted paper would take seconds and find no more. */
export const maxQuestionCharacters = 2000;
