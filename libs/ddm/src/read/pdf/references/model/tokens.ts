/** A word, a number or a sign of a reference; offsets in UTF-16 code units. */
export type Token = { text: string; start: number; end: number; spaced: boolean };

const pattern = /[\p{L}\p{M}]+|\d+|[^\s\p{L}\p{M}\d]/gu;

export function tokenize(text: string): Token[] {
  let end = 0;
  return [...text.matchAll(pattern)].map(({ 0: token, index }) => {
    const spaced = index > end;
    end = index + token.length;
    return { text: token, start: index, end, spaced };
  });
}
