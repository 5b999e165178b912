import { isInitial } from '../model/initials.ts';
import type { Token } from '../model/tokens.ts';

const year = /^(?:1[5-9]\d\d|20\d\d)$/;

/** Share of the tokens from which a year in brackets is no longer that of the authors, and one between points. */
const latestBracket = 0.93;
const latestPoint = 0.7;

/** First and last token of the date that stands between authors and title: "(2019, May)", "(n.d.)", or "2019a" between points. */
export type DatePlace = { open: number; close: number };

export function dateBehindNames(tokens: readonly Token[]): DatePlace | undefined {
  return bracketedDate(tokens) ?? pointedDate(tokens);
}

function bracketedDate(tokens: readonly Token[]): DatePlace | undefined {
  const open = tokens.findIndex(({ text }, i) => text === '(' && isDate(tokens, i + 1));
  const firstYear = tokens.findIndex(({ text }) => year.test(text));
  if (open < 1 || open > latestBracket * tokens.length || (firstYear >= 0 && firstYear < open)) return undefined;
  const close = tokens.findIndex(({ text }, i) => i > open && text === ')');
  return endsAuthors(tokens, open) && close > 0 ? { open, close } : undefined;
}

/** Names make one sentence: before the year no point but those of initials. */
function pointedDate(tokens: readonly Token[]): DatePlace | undefined {
  const open = tokens.findIndex(({ text }) => year.test(text));
  if (open < 2 || open > latestPoint * tokens.length || tokens[open - 1]?.text !== '.') return undefined;
  const close = /^[a-z]$/.test(tokens[open + 1]?.text ?? '') && !tokens[open + 1]?.spaced ? open + 1 : open;
  const names = tokens.slice(0, open - 1);
  const isOneSentence = names.every(({ text }, i) => text !== '.' || isInitial(names[i - 1]?.text));
  const small = names.filter(({ text }) => /^\p{Ll}{4,}$/u.test(text)).length;
  const isNames = isOneSentence && small === 0 && names.every(({ text }) => !/^\d+$/.test(text));
  return isNames && tokens[close + 1]?.text === '.' ? { open, close } : undefined;
}

function isDate(tokens: readonly Token[], at: number): boolean {
  const [first = '', second = '', third = '', fourth = ''] = tokens.slice(at, at + 4).map(({ text }) => text);
  return (
    (year.test(first) && /^(?:[),a-z–-])$/.test(second)) ||
    (first === 'n' && second === '.' && third === 'd' && fourth === '.')
  );
}

/** A journal and its volume stand before a year in brackets too; names end with a point, a bracket or a comma. */
function endsAuthors(tokens: readonly Token[], open: number): boolean {
  const before = tokens.slice(0, open);
  const isUndated = tokens[open + 1]?.text === 'n';
  return (
    (isUndated || before.every(({ text }) => !/^\d+$/.test(text))) &&
    (open < 12 || /^[.,)]$/.test(before.at(-1)?.text ?? ''))
  );
}
