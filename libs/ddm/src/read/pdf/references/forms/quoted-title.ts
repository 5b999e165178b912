import type { Label } from '../model/labels.ts';
import type { Token } from '../model/tokens.ts';

const pairs: Readonly<Record<string, string>> = { '“': '”', '„': '“', '"': '"', '«': '»', '‘': '’', "'": "'" };

/** Share of the tokens from which what stands in quotes is a remark. */
const latest = 0.6;
/** Words that a title in quotes has at least. */
const fewest = 2;

/**
 * A title in quotes: the first quotes of a reference, from one part to the next, so that a sign stands before and after
 * them. Quotes inside a title have words on both sides, and apostrophes have letters.
 */
export function quotedTitle(tokens: readonly Token[]): Map<number, Label> {
  const known = new Map<number, Label>();
  const open = tokens.findIndex((_, i) => opens(tokens, i));
  const closing = pairs[tokens[open]?.text ?? ''];
  if (open < 0 || open > latest * tokens.length || !isBoundary(tokens[open - 1]?.text)) return known;
  const close = tokens.findIndex(({ text }, i) => i > open && text === closing && closes(tokens, i));
  const words = tokens.slice(open, close).filter(({ text }) => /^\p{L}{2}/u.test(text)).length;
  if (close < 0 || words < fewest) return known;
  for (let i = open; i <= close; i++) known.set(i, 'title');
  if (isDesignation(tokens.slice(0, open))) for (let i = 0; i < open; i++) known.set(i, 'identifier');
  return known;
}

/** What a standard or a report is called by, before its title: "ISO/IEC 9075-1:", "TS 23.179:". */
const designation =
  /^(?:\d?\p{Lu}{2,}[/ -]?){1,3}(?:\p{L}{1,4}\.? )?(?!(?:1[5-9]|20)\d\d\W*$)\d[\d.:-]*[A-Z]?[\s:,.-]*$/u;

function isDesignation(tokens: readonly Token[]): boolean {
  return designation.test(tokens.map(({ text, spaced }) => (spaced ? ` ${text}` : text)).join(''));
}

function opens(tokens: readonly Token[], i: number): boolean {
  const { text = '', spaced = false } = tokens[i] ?? {};
  if (pairs[text] === undefined) return false;
  return !/^['‘]$/.test(text) || ((i === 0 || spaced) && tokens[i + 1]?.spaced === false);
}

function closes(tokens: readonly Token[], i: number): boolean {
  const [before, { text }, after] = [tokens[i - 1]?.text, tokens[i] as Token, tokens[i + 1]];
  if (/^['’]$/.test(text) && after && !after.spaced && /^\p{L}/u.test(after.text)) return false;
  return isBoundary(before) || isBoundary(after?.text);
}

function isBoundary(text: string | undefined): boolean {
  return text === undefined || /^[.,;:?!)\](]$/.test(text) || /^\d{3,}$/.test(text);
}
