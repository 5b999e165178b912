/** A word, a number or a sign of a reference; offsets in UTF-16 code units. */
export type Token = { text: string; start: number; end: number; spaced: boolean };

const pattern = /[\p{L}\p{M}]+|\d+|[^\s\p{L}\p{M}\d]/gu;
/** A sign that a space parts from the word before it: most printers never set it so, and some files have it everywhere. */
const loose = /[\p{L}\d)]\s[.,;:](?!\d)/gu;
const sign = /^[.,;:)\]]$/;

/** Words, numbers and signs. Where a text has its spaces on the wrong side of its signs, they are taken for moved. */
export function tokenize(text: string): Token[] {
  const isLoose = (text.match(loose)?.length ?? 0) > 1;
  let end = 0;
  let before = '';
  return [...text.matchAll(pattern)].map(({ 0: token, index }) => {
    const isSpaced = index > end;
    const moved = sign.test(token) ? false : isSpaced || (sign.test(before) && /^[\p{L}\d([]/u.test(token));
    end = index + token.length;
    before = token;
    return { text: token, start: index, end, spaced: isLoose ? moved : isSpaced };
  });
}
