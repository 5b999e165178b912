/** Ends of sentences in a text: a word and a sign, then a capital or the end of the text. */
export function countSentenceEnds(text: string): number {
  return text.match(/\p{Ll}{3}[.?!](?=\s+\p{Lu}\p{Ll}|$)/gu)?.length ?? 0;
}

/** Letters from which a text may be a paragraph, and those that it has if it is one with any words. */
const shortest = 70;
const certain = 200;

/** Whether a text reads like a paragraph: it ends a sentence, and has a few small words in a row or some length. */
export function isProse(text: string): boolean {
  if (countSentenceEnds(text) === 0) return false;
  return text.length > certain || (text.length > shortest && /(?:\p{Ll}+ ){4}/u.test(text));
}
