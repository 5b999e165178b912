import type { TokenizeOptions } from '@lancedb/lancedb';

/** How words become terms, in the index and in questions alike. */
export const wordAnalysis = {
  baseTokenizer: 'simple',
  language: 'English',
  lowercase: true,
  stem: true,
  removeStopWords: true,
  asciiFolding: true,
} as const satisfies TokenizeOptions;
