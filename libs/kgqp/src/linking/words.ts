import { stemOf } from './stem.ts';

/** A word of a text. Offsets are in UTF-16 units of the text. */
export type Word = {
  /** As written. */
  text: string;
  /** Lower case, without accents. */
  plain: string;
  stem: string;
  start: number;
  end: number;
};

// Signs inside a word hold identifiers such as DOIs, ORCIDs, "C++" and "OpenQASM 3.0" together.
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.\-/:@_'’+#]+[\p{L}\p{N}\p{M}]+)*[+#]*/gu;

/** Splits a text into words; punctuation is left out. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map((match) => {
    const written = match[0].replace(/['’]s$/u, '');
    const plain = plainOf(written);
    return { text: written, plain, stem: stemOf(plain), start: match.index, end: match.index + written.length };
  });
}

// oxlint-disable-next-line no-control-regex
const isAscii = /^[\u0000-\u007f]*$/;

/** Lower case without accents and typographic apostrophes, so that spelling habits do not matter. */
export function plainOf(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('’', "'")
    .toLowerCase()
    .normalize('NFC');
}

/** What two writings of a name have in common: their words in lower case, in order, hyphens as spaces. */
export function nameKey(text: string): string {
  return splitWords(text)
    .map(({ plain }) => plain)
    .join(' ');
}

/** Words as names are compared: compounds with a hyphen or slash in parts, identifiers whole. */
export function splitWords(text: string): Word[] {
  return wordsOf(text).flatMap((word) => (isCompound(word.plain) ? partsOf(word) : [word]));
}

function isCompound(plain: string): boolean {
  return /[-/_:']/.test(plain) && !/\d{4}|@|^10\.|\d-\d/.test(plain);
}

function partsOf(word: Word): Word[] {
  return [...word.text.matchAll(/[^-/_:'’]+/gu)].map((match) => {
    const plain = plainOf(match[0]);
    const start = word.start + match.index;
    return { text: match[0], plain, stem: stemOf(plain), start, end: start + match[0].length };
  });
}
