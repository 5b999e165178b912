import type { PromptTokenizer } from '@askg/inference';
import { cutToTokens, tokenCounter } from '../token-budget.ts';

/** A text that takes no more than so many tokens, how many it takes, and whether its end was cut off for that. */
export type FittedText = { text: string; tokens: number; cut: boolean };

/** Shortens a text, from its end, to a number of tokens. */
export type FitText = (text: string, maxTokens: number) => FittedText;

/** Longest token of the vocabulary, in UTF-16 units: a run of blanks. Of a longer text no more is looked at. */
const longestToken = 128;
/** UTF-16 units that a token of prose has at most: nearly always so much of a text is enough to fill the tokens. */
const usualToken = 8;
/** Where the text was cut for a first look its last tokens may be others than in the whole. */
const unsure = 16;

/**
 * Shortens by the model's own tokens: a text that is too long becomes what its first tokens stand for, as the reference does it.
 * A character that the cut goes through becomes U+FFFD.
 */
export function fitByTokens(tokenizer: Pick<PromptTokenizer, 'encode' | 'decode'>): FitText {
  return (text, maxTokens) => {
    const first = (ids: readonly number[]): FittedText => ({
      text: tokenizer.decode(ids.slice(0, maxTokens)),
      tokens: maxTokens,
      cut: true,
    });
    if (text.length > maxTokens * usualToken) {
      const ids = tokenizer.encode(text.slice(0, maxTokens * usualToken));
      if (ids.length > maxTokens + unsure) return first(ids);
    }
    const readable = text.slice(0, maxTokens * longestToken);
    const ids = tokenizer.encode(readable);
    if (ids.length > maxTokens) return first(ids);
    return { text: readable, tokens: ids.length, cut: readable.length < text.length };
  };
}

const estimate = tokenCounter(undefined);

/** Shortens by an estimate, rather too much, for where the tokenizer is out of sight, behind a server. */
export const fitByEstimate: FitText = (text, maxTokens) => {
  const kept = cutToTokens(text.slice(0, maxTokens * longestToken), maxTokens, estimate).text;
  return { text: kept, tokens: estimate(kept), cut: kept.length < text.length };
};
