import type { TokenizeOptions } from '@lancedb/lancedb';

/** Name of the index over the words, as the engine gives it. */
export const wordIndex = 'words_idx';

/** How words become terms, in the index and in questions alike. */
export const wordAnalysis = {
  baseTokenizer: 'simple',
  language: 'English',
  lowercase: true,
  stem: true,
  removeStopWords: true,
  asciiFolding: true,
} as const satisfies TokenizeOptions;
