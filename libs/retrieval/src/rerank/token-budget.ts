import type { PromptTokenizer } from '@askg/inference';

/** UTF-8 bytes a token at least, as prose has them; in English it is more than four. */
const bytesPerToken = 3;

/** Counts the tokens of a text; where the tokenizer is out of sight by an estimate that is rather too high. */
export function tokenCounter(tokenizer: Pick<PromptTokenizer, 'encode'> | undefined): (text: string) => number {
  if (tokenizer) return (text) => tokenizer.encode(text).length;
  return (text) => Math.ceil(Buffer.byteLength(text) / bytesPerToken);
}

/** The beginning of a text, and whether something was lost. */
export type CutText = { text: string; cut: boolean };

/** The longest beginning of a text, found by shortening it step by step, that has no more than so many tokens. */
export function cutToTokens(text: string, limit: number, count: (text: string) => number): CutText {
  // No token of these models is shorter than a byte.
  if (Buffer.byteLength(text) <= limit) return { text, cut: false };
  let rest = text;
  for (let tokens = count(rest); tokens > Math.max(0, limit); tokens = count(rest)) {
    // The share that fits, and some less, since tokens are not equally long.
    rest = rest.slice(0, Math.floor((rest.length * Math.max(0, limit) * 0.95) / tokens)).toWellFormed();
    if (rest === '') break;
  }
  return { text: rest, cut: rest.length < text.length };
}
