import { greek, cyrillic } from './alphabets.ts';

/** Letters that Unicode does not take apart, as the Latin letters that stand for them where a keyboard lacks them. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ...cyrillic,
  ...greek,
};
const replaceable = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

/**
 * A text in small Latin letters as far as its script allows: accents and ligatures taken apart, Cyrillic and Greek
 * transliterated. Other scripts stay as they are.
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(replaceable, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(replaceable, (letter) => letters[letter] ?? letter);
}
