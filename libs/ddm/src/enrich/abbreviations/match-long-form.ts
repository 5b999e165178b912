/**
 * The long form of an abbreviation among the words that stand before it (Schwartz and Hearst 2003, "A simple algorithm for
 * identifying abbreviation definitions in biomedical text"): going from right to left, each letter or digit of the short
 * form is found in the words, and its first one at the start of a word. Where the last words have just the initials that
 * are asked for, these go first: "European Environment Agency" holds EEA twice.
 * @param before the text before the short form, of one sentence
 * @returns the end of `before` that is the long form; undefined where there is none
 */
export function matchLongForm(short: string, before: string): string | undefined {
  const candidate = lastWords(before, Math.min(short.length + 5, short.length * 2));
  return plausible(short, byInitials(short, candidate) ?? byLetters(short, candidate));
}

/** The last words if their initials are the short form, letter by letter; small words may be passed over. */
function byInitials(short: string, candidate: string): string | undefined {
  const words = [...candidate.matchAll(/[\p{L}\p{N}]+/gu)];
  let at = words.length - 1;
  for (const sign of [...short.toLowerCase()].filter(isWordSign).toReversed()) {
    while (at >= 0 && words[at]?.[0][0]?.toLowerCase() !== sign && small.has(words[at]?.[0].toLowerCase() ?? '')) at--;
    if (words[at]?.[0][0]?.toLowerCase() !== sign) return undefined;
    at--;
  }
  const start = words[at + 1]?.index ?? 0;
  return candidate.slice(start);
}

const small: ReadonlySet<string> = new Set(
  'a an and at by de des di du for from in la le of on or the to with'.split(' '),
);

function byLetters(short: string, candidate: string): string | undefined {
  const text = candidate.toLowerCase();
  let at = text.length - 1;
  for (let i = short.length - 1; i >= 0; i--) {
    const sign = short[i]?.toLowerCase() ?? '';
    if (!isWordSign(sign)) continue;
    at = lastAt(text, sign, at, i === 0);
    if (at < 0) return undefined;
    at--;
  }
  const start = Math.max(text.lastIndexOf(' ', at), text.lastIndexOf('+', at)) + 1;
  return candidate.slice(start).replace(/^["“”'‘([]+/u, '');
}

/** The last place of a sign up to another place; -1 where there is none. */
function lastAt(text: string, sign: string, from: number, startsWord: boolean): number {
  for (let at = from; at >= 0; at--) {
    if (text[at] === sign && !(startsWord && at > 0 && isWordSign(text[at - 1] ?? ''))) return at;
  }
  return -1;
}

/** A long form is longer than the short one, of few words, does not repeat it, and holds no other sentence or bracket. */
function plausible(short: string, text: string | undefined): string | undefined {
  const long = text?.replaceAll(/["“”‘]|(?:'s|’s|[’',.])$/gu, '').trim() ?? '';
  const words = long.split(/\s+/u);
  const letters = [...short].filter(isWordSign).length;
  if (long.length <= short.length || words.length > Math.min(letters + 5, letters * 2)) return undefined;
  if (words.some((word) => repeats(word.toLowerCase(), short.toLowerCase()))) return undefined;
  return foreign.test(long) ? undefined : long;
}

/** What no name has: another sentence, brackets, an address, words that begin a clause. */
const foreign = /[;:?!]\s|[()[\]]|:\/\/|\b(?:that|which|whereas|who|by|is|are|was|were|we)\b/iu;

function lastWords(text: string, most: number): string {
  const words = text.trimEnd().split(/\s+/u);
  return words.slice(Math.max(0, words.length - most)).join(' ');
}

function isWordSign(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}

function repeats(word: string, short: string): boolean {
  return word === short || (short.length > 2 && word.startsWith(short));
}
