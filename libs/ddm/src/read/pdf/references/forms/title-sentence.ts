import type { Label } from '../model/labels.ts';
import type { Token } from '../model/tokens.ts';

/**
 * The last token that is sure to be of the sentence that begins at a token. A point before a word that is not all in small
 * letters may end it, so that what follows is left open; one in brackets does not.
 */
export function sentenceEnd(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let i = from + 1; i < tokens.length; i++) {
    const [sign, after] = [tokens[i]?.text ?? '', tokens[i + 1]];
    if (/^[([]$/.test(sign) && closes(tokens, i)) depth++;
    else if (/^[)\]]$/.test(sign)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !/^[.?!]$/.test(sign)) continue;
    if (!after || /^[,;]$/.test(after.text) || (after.spaced && !/^\p{Ll}+$/u.test(after.text))) return i - 1;
  }
  return tokens.length - 1;
}

/** A journal with its numbers in the sentence of the title. */
export function holdsMore(
  tokens: readonly Token[],
  from: number,
  to: number,
  numbers: ReadonlyMap<number, Label>,
): boolean {
  const inside = tokens.slice(from, to + 1);
  if (inside.some((_, i) => numbers.has(from + i))) return true;
  const isLast = to >= tokens.length - 2;
  return isLast && inside.some(({ text }, i) => text === ',' && /^\d{1,4}$/.test(inside[i + 1]?.text ?? ''));
}

function closes(tokens: readonly Token[], open: number): boolean {
  return tokens.slice(open, open + 40).some(({ text }) => /^[)\]]$/.test(text));
}
