import { readFileSync } from 'node:fs';

/** Stands in the package beside `src` and `dist`; `scripts/make-common-words.ts` makes it. */
export const commonWordsFile = new URL('../../../data/common-words.txt', import.meta.url);

/** Bits of a word that the list does not have: it is as rare as the rarest there, or rarer. */
const unlisted = 10;

let words: ReadonlyMap<string, number> | undefined;

/**
 * How much a word tells, in bits: 0 where every scholarly sentence has it, 10 where few do.
 * @param word in small letters, in the singular
 */
export function informationOf(word: string): number {
  words ??= new Map(
    readFileSync(commonWordsFile, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [listed = '', tenths] = line.split(' ');
        return [listed, Number(tenths) / 10];
      }),
  );
  return words.get(word) ?? unlisted;
}
