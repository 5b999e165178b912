import type { Label } from '../model/labels.ts';
import type { Token } from '../model/tokens.ts';

const year = /^(?:1[5-9]\d\d|20\d\d)$/;
const dash = /^[-–—‐−]$/;

/** Labels of "12(3):45–67" and "12(3), 45–67": volume, issue and pages; a year in the brackets is that of the work. */
export function numberLabels(tokens: readonly Token[]): Map<number, Label> {
  const known = new Map([...electronicPages(tokens), ...namedPages(tokens), ...datedIssues(tokens)]);
  for (let i = 0; i < tokens.length; i++) {
    if (known.has(i) || !opensBracket(tokens, i)) continue;
    const close = tokens.findIndex((token, at) => at > i + 1 && token.text === ')');
    const sign = tokens[close + 1]?.text;
    if (close < 0 || close > i + 6 || (sign !== ':' && sign !== ',')) continue;
    const inside = tokens.slice(i + 2, close).map((token) => token.text);
    const isIssue = inside.some((word) => /\d/.test(word)) && !inside.some((word) => /^[,;]$/.test(word));
    const end = pagesEnd(tokens, close + 2);
    if (!isIssue || end < 0) continue;
    const isYear = inside.some((word) => year.test(word));
    known.set(i, 'volume');
    for (let at = i + 1; at <= close; at++) known.set(at, isYear ? 'date' : 'issue');
    for (let at = close + 2; at <= end; at++) known.set(at, 'pages');
  }
  return known;
}

/** A number with a bracket behind it, that is no end of a range. */
function opensBracket(tokens: readonly Token[], i: number): boolean {
  const [before, own, after] = [i - 1, i, i + 1].map((at) => tokens[at]?.text ?? '');
  return /^\d{1,4}$/.test(own ?? '') && after === '(' && !/^[-–/.]$/.test(before ?? '');
}

/**
 * "8, 4 (Dec. 1995), 343–356", as the ACM writes: volume, issue, date and pages. "8, 4 (1995)", as physicists do, without
 * anything after it: volume, first page and year.
 */
function datedIssues(tokens: readonly Token[]): Map<number, Label> {
  const known = new Map<number, Label>();
  const isNumber = (at: number): boolean => /^\d{1,4}$/.test(tokens[at]?.text ?? '');
  for (let i = 0; i + 4 < tokens.length; i++) {
    if (!isNumber(i) || tokens[i + 1]?.text !== ',' || !isNumber(i + 2) || tokens[i + 3]?.text !== '(') continue;
    const close = tokens.findIndex(({ text }, at) => at > i + 3 && text === ')');
    const inside = tokens.slice(i + 4, close).map(({ text }) => text);
    const end = pagesEnd(tokens, close + 2);
    if (close < 0 || inside.length > 6 || !inside.some((text) => year.test(text))) continue;
    if (end < 0 && (inside.length > 1 || !/^(?:[.;[]|)$/.test(tokens[close + 1]?.text ?? ''))) continue;
    known.set(i, 'volume').set(i + 2, end < 0 ? 'pages' : 'issue');
    for (let at = i + 3; at <= close; at++) known.set(at, 'date');
    for (let at = close + 2; at <= end; at++) known.set(at, 'pages');
  }
  return known;
}

/** "pp. 12–19", "pages 12–19": a range behind its name. */
function namedPages(tokens: readonly Token[]): Map<number, Label> {
  const known = new Map<number, Label>();
  for (const [i, { text }] of tokens.entries()) {
    if (!/^(?:pp|pages|pgs|seiten)$/i.test(text)) continue;
    const from = tokens[i + 1]?.text === '.' ? i + 2 : i + 1;
    const end = pagesEnd(tokens, from);
    const isRange = tokens.slice(from, end).some((token) => dash.test(token.text));
    if (isRange) for (let at = i; at <= end; at++) known.set(at, 'pages');
  }
  return known;
}

/** "e12–e19", "S4–S7": letters on both sides. */
function electronicPages(tokens: readonly Token[]): Map<number, Label> {
  const known = new Map<number, Label>();
  for (let i = 1; i + 3 < tokens.length; i++) {
    const [letter, number, sign, other, last] = tokens.slice(i, i + 5);
    const isRange =
      /^\p{L}$/u.test(letter?.text ?? '') && /^\d+$/.test(number?.text ?? '') && dash.test(sign?.text ?? '');
    if (!isRange || number?.spaced || other?.text !== letter?.text || last?.spaced) continue;
    if (/^\d+$/.test(last?.text ?? '')) for (let at = i; at < i + 5; at++) known.set(at, 'pages');
  }
  return known;
}

/** The last token of pages that begin at a token: a number or a range, with letters before; -1 if there are none. */
function pagesEnd(tokens: readonly Token[], from: number): number {
  const number = (at: number): number => {
    const first = tokens[at]?.text ?? '';
    if (/^\d+$/.test(first)) return at;
    const isLettered = /^\p{L}{1,3}$/u.test(first) && /^\d+$/.test(tokens[at + 1]?.text ?? '');
    return isLettered && tokens[at + 1]?.spaced === false ? at + 1 : -1;
  };
  const first = number(from);
  if (first < 0 || !dash.test(tokens[first + 1]?.text ?? '')) {
    // A single number that could be a year is left open.
    return first >= 0 && !year.test(tokens[first]?.text ?? '') ? first : -1;
  }
  return number(first + 2);
}
