import type { Mark } from './mark.ts';
import { type WeighedWord, weightOf } from './weighed-word.ts';

/** What a name is worth that no label has, for each telling word. */
const worth = 0.4;

/** Quoted stretches, and runs of capitalised words after the first that hold one which the lexicon does not have. */
export function unknownNames(words: readonly WeighedWord[]): Mark[] {
  const marks: Mark[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const isQuoted = words[from]?.quoted === true;
    if (!isQuoted && !isCapital(words, from)) continue;
    const to = isQuoted ? endOfQuote(words, from) : endOfCapitals(words, from);
    const telling = words.slice(from, to).findIndex(({ weight }) => weight === 1);
    // The run may begin with words of the lexicon: "the ORCID of Ada Lind" holds a shorter name.
    for (const start of telling < 0 ? [] : new Set([from, from + telling])) {
      const name = words.slice(start, to);
      const text = name.map((word) => word.text).join(' ');
      marks.push({ kind: 'unknown-name', from: start, to, gain: worth * weightOf(name), text, isQuoted });
    }
    from = to - 1;
  }
  return marks;
}

function isCapital(words: readonly WeighedWord[], at: number): boolean {
  const word = words[at];
  return at > 0 && word !== undefined && !word.quoted && /^\p{Lu}/u.test(word.text);
}

function endOfQuote(words: readonly WeighedWord[], from: number): number {
  let to = from;
  while (words[to]?.quoted === true) to += 1;
  return to;
}

/** "Journal of Open Source Software": small words stand inside a name, not at its ends. */
function endOfCapitals(words: readonly WeighedWord[], from: number): number {
  let to = from;
  const isEnd = () => to > from && words[to - 1]?.possessive === true;
  while (!isEnd() && (isCapital(words, to) || (words[to]?.loss === 0 && isCapital(words, to + 1)))) to += 1;
  return to;
}
