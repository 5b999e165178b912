import type { LabelIndex } from '../linking/label-index.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import type { QuestionWord } from '../linking/match-labels.ts';
import type { Meaning } from '../linking/meaning.ts';
import { stemOf } from '../linking/stem.ts';
import { splitWords, type Word } from '../linking/words.ts';

/** A word of the question with how much it tells, from 0.05 for "the" to 1 for a word of no lexicon. */
export type WeighedWord = QuestionWord & {
  weight: number;
  /** What a reading loses that leaves the word out. */
  loss: number;
  quoted: boolean;
  afterComma: boolean;
  /** "'s" follows. */
  possessive: boolean;
};

/** What is asked of the names of a graph. */
type NameWords = Pick<LabelIndex, 'hasStem' | 'corrected'>;
const noNames: NameWords = { hasStem: () => false, corrected: () => undefined };

/** What follows is not looked at: no question of facts is that long, and reading takes the square of its length. */
const mostWords = 80;
const longestText = 2_000;
/** Single quotes around several words, and no apostrophes: those stand within a word or at its end. */
const singleQuotes = /(?<![\p{L}\p{N}])['‘]([^'‘’]{8,300})['’](?![\p{L}\p{N}])/gu;

/**
 * Splits a question into words and tells which of them only make it a question.
 * @param names those of the graph: their words are not taken for slips of the pen, nor what is nearer to one of them
 */
export function weighWords(text: string, lexicon: Lexicon, names: NameWords = noNames): WeighedWord[] {
  const quotes = [...text.matchAll(/["“”«»]([^"“”«»]{2,300})["“”«»]/gu), ...text.matchAll(singleQuotes)];
  const all = splitWords(text.slice(0, longestText)).slice(0, mostWords);
  return all.map((written, i) => {
    const afterComma = i > 0 && text.slice(all[i - 1]?.end ?? 0, written.start).includes(',');
    const word = corrected(written, lexicon, names);
    const meanings = lexicon.lexemes.get(word.stem)?.meanings ?? [];
    const possessive = /^['’]s\b/u.test(text.slice(written.end, written.end + 3));
    const isFiller = isFillerWord(meanings);
    const quoted = quotes.some(({ index, 0: whole }) => word.start >= index && word.end <= index + whole.length);
    const weight = meanings.length > 0 ? 0.8 : 1;
    if (!isFiller || quoted) return { ...word, isFiller: false, weight, loss: weight, quoted, afterComma, possessive };
    // Question words are left out of names, but a reading that does without them loses something.
    return {
      ...word,
      isFiller: true,
      weight: 0.05,
      loss: meanings.every(isEmpty) ? 0 : 0.4,
      quoted,
      afterComma,
      possessive,
    };
  });
}

/** A word that nothing knows becomes the one word of the lexicon that it is a slip of the pen from. */
function corrected(word: Word, { words, spelling }: Lexicon, names: NameWords): Word {
  const isKnown =
    words.has(word.stem) || names.hasStem(word.stem) || /\d|^\p{Lu}/u.test(word.text) || word.plain.length < 4;
  if (isKnown) return word;
  const [only, ...others] = spelling.slipsOf(word.stem);
  if (only === undefined || others.length > 0) return word;
  // "cualle" is a letter from "cuallee" before it is one from "call".
  const name = names.corrected(word);
  return name === undefined || words.has(stemOf(name)) ? { ...word, stem: only, plain: only } : word;
}

function isEmpty(meaning: Meaning): boolean {
  return (
    meaning.kind === 'relation' ||
    (meaning.kind === 'operator' && ['filler', 'any-relation', 'between'].includes(meaning.operator))
  );
}

/** A word that only makes a text a question, unless it names a kind of thing as well. */
function isFillerWord(meanings: readonly Meaning[]): boolean {
  const isNoun = meanings.some(
    (meaning) =>
      (meaning.kind === 'relation' && meaning.noun) ||
      meaning.kind === 'class' ||
      meaning.kind === 'concept' ||
      meaning.kind === 'typed',
  );
  return !isNoun && meanings.some((meaning) => meaning.kind === 'operator' && meaning.operator === 'filler');
}

/** How much words tell together. */
export function weightOf(words: readonly WeighedWord[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}
