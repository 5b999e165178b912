/** A word, a number or a sign of a sentence; offsets in UTF-16 code units. */
export type Word = { text: string; start: number; end: number };

/**
 * Words hold the hyphens, points and apostrophes inside them (`state-of-the-art`, `0.95`, `Node.js`); a possessive `'s` is a
 * word of its own, and so is each sign.
 */
const pattern =
  /['’]s\b|[\p{L}\p{M}\p{N}]+(?:(?:[-‐‑–.&+/_·]|['’](?!s\b))[\p{L}\p{M}\p{N}]+)*(?:\+\+|#)?|[^\s\p{L}\p{M}\p{N}]/gu;

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}
