import { letters, words } from './letters.ts';
import { bagTally, type Tally } from './tally.ts';

/**
 * Authors by their whole names, in any order. Where the truth may leave middle names out (`shortened`), a name matches
 * one that has more between its first and last word.
 */
export function scoreAuthors(
  predicted: readonly string[],
  expected: readonly string[],
  { shortened = false } = {},
): Tally & { missing: string[] } {
  if (!shortened) return bagTally(predicted.map(letters), expected.map(letters));
  const left = [...predicted];
  const missing = expected.filter((name) => {
    const at = left.findIndex((other) => isShortened(name, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { matched: expected.length - missing.length, predicted: predicted.length, expected: expected.length, missing };
}

function isShortened(name: string, whole: string): boolean {
  if (letters(name) === letters(whole)) return true;
  const [short, long] = [words(name), words(whole)];
  return (
    short.length > 1 &&
    short[0] === long[0] &&
    short.at(-1) === long.at(-1) &&
    short.every((word) => long.includes(word))
  );
}

/**
 * Family name and first initial of a name in any of the usual forms: “Ada Lovelace”, “Lovelace, Ada”, “Lovelace, A.”,
 * “A. Lovelace”, “Lovelace A”.
 */
export function nameKey(name: string): string {
  const [family, given] = name.includes(',') ? familyFirst(name) : wholeName(name);
  return `${letters(family)} ${letters(given).slice(0, 1)}`;
}

function familyFirst(name: string): [string, string] {
  const [family = '', ...rest] = name.split(',');
  return [family, rest.find((part) => !/^\s*(?:jr|sr|i{2,3})\.?\s*$/iu.test(part)) ?? ''];
}

const initials = /^(?:\p{Lu}\.?-?){1,3}$/u;
const particle = /^(?:van|von|de|der|den|da|di|du|dos|la|le|el|al|ten|ter|zu)$/iu;

function wholeName(name: string): [string, string] {
  const parts = name.trim().split(/\s+/u);
  const last = parts.at(-1) ?? '';
  if (parts.length > 1 && initials.test(last) && !initials.test(parts[0] ?? '')) {
    return [parts.slice(0, -1).join(' '), last];
  }
  if (parts.length === 1) return [last, ''];
  let start = parts.length - 1;
  while (start > 1 && particle.test(parts[start - 1] ?? '')) start--;
  return [parts.slice(start).join(' '), parts[0] ?? ''];
}
