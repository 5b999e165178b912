import { letters } from '../measures/letters.ts';

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

export function isRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** A word as it is read: `pdftotext -bbox-layout` gives the letters of such scripts from left to right. */
export function asRead(word: string): string {
  return isRightToLeft(word) ? [...word].toReversed().join('') : word;
}

/** The letters of a text. Extractors take the ligatures of lam and alef apart in either order, so that none counts. */
export function comparable(text: string): string {
  return letters(text).replaceAll(/[لاأإآ]{2,}/gu, (run) => [...run].toSorted().join(''));
}
