import { isInitial } from './initials.ts';
import type { Token } from './tokens.ts';

/** A stretch of a reference between two signs, told from the others by what is in it. */
export type Segment = {
  /** Words, at most 9. */
  words: number;
  /** Tenths of the words that are in small letters, in steps of 3. */
  small: number;
  hasDigit: boolean;
  hasInitial: boolean;
  /** The sign at its end, `$` at the end of the reference. */
  end: string;
  /** Its first token, and the one after its last. */
  from: number;
  to: number;
};

/** The stretch that each token stands in; a sign belongs to the stretch that it ends. The point of an initial ends none. */
export function segmentsOf(tokens: readonly Token[]): Segment[] {
  const result: Segment[] = [];
  let from = 0;
  for (const [i, { text }] of tokens.entries()) {
    const isLast = i === tokens.length - 1;
    if (!isLast && (!/^[.,;:?!()[\]“”"«»]$/.test(text) || isPointInside(tokens, i))) continue;
    const segment = describe(tokens, from, i);
    for (let at = from; at <= i; at++) result.push(segment);
    from = i + 1;
  }
  return result;
}

/** After an initial, or before a small letter: "e. g.", "Phys. rev.". */
function isPointInside(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.text !== '.') return false;
  const after = tokens[i + 1];
  return isInitial(tokens[i - 1]?.text) || after?.spaced === false || /^\p{Ll}/u.test(after?.text ?? '');
}

function describe(tokens: readonly Token[], from: number, to: number): Segment {
  const inside = tokens.slice(from, to + 1).map(({ text }) => text);
  const words = inside.filter((text) => /^\p{L}{2}/u.test(text));
  const small = words.filter((text) => /^\p{Ll}/u.test(text)).length;
  return {
    words: Math.min(9, words.length),
    small: words.length === 0 ? 0 : Math.floor((10 * small) / words.length / 3),
    hasDigit: inside.some((text) => /\d/.test(text)),
    hasInitial: inside.some((text, i) => /^\p{Lu}$/u.test(text) && (inside[i + 1] === '.' || words.length === 1)),
    end: to === tokens.length - 1 ? '$' : (inside.at(-1) ?? ''),
    from,
    to: to + 1,
  };
}
