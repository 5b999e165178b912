import type { Role } from '@askg/contract';

/** What the asker wants to see: rows of some form, or prose (`text`). */
export type Shape = 'list' | 'count' | 'yes-no' | 'fact' | 'superlative' | 'table' | 'text';

/** Narrows where an answer may stand. Years are inclusive; `papers` are phrases that name a paper, not yet keys. */
export type QuestionConstraints = { years?: { from?: number; to?: number }; roles?: Role[]; papers?: string[] };

/** A question as it can be understood from its words and the vocabulary, before any label of the graph is looked up. */
export type AnalysedQuestion = {
  text: string;
  /** BCP 47 tag of the language, where one stands out. */
  language: string | undefined;
  isEnglish: boolean;
  shape: Shape;
  /** 0 to 1: how sure it is that rows of a query answer it, not prose. */
  structured: number;
  /** The stretches that may name something, without the words that only make it a question; in order. */
  phrases: string[];
  constraints: QuestionConstraints;
};
