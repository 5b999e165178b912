import type { Word } from '../linking/words.ts';
import {
  isArticle,
  isAuxiliary,
  isEmbedder,
  isKind,
  isNameLike,
  isPreposition,
  isPronoun,
  isVerb,
} from './clause-words.ts';

type Words = readonly Word[];

/**
 * The place after the noun phrase that begins at a place; that place itself where none does. One with an article ends before a
 * verb, a name with its last word that is written like one; a word in lower case counts only where nothing but a verb follows.
 */
export function endOfNoun(words: Words, from: number): number {
  const first = words[from];
  if (first === undefined || isPronoun(first) || isPreposition(first)) return from;
  if (isArticle(first)) return endOfArticled(words, from);
  if (!isNameLike(first)) return isBareName(words, from) ? from + 1 : from;
  let to = from + 1;
  const isSmall = (at: number): boolean => isPreposition(words[at]) || words[at]?.plain === 'and';
  while (isNameLike(words[to]) || (isSmall(to) && isNameLike(words[to + 1]))) to += 1;
  return isKind(words[to]) ? to + 1 : to;
}

/** The noun that says what a phrase is: its last word before "of", "on" and the like. */
export function headOf(words: Words, from: number, to: number): Word | undefined {
  const tail = words.findIndex((word, i) => i > from && i < to && isPreposition(word));
  return words[(tail < 0 ? to : tail) - 1];
}

/** Whether a noun is in the plural: "papers", and not "analysis" or "corpus". */
export function isPlural(word: Pick<Word, 'plain'> | undefined): boolean {
  return /[^sui]s$/u.test(word?.plain ?? '');
}

function endOfArticled(words: Words, from: number): number {
  let to = from + 1;
  // "The aim of": right after the article, and before "of", no word is a verb.
  const isNoun = (at: number): boolean => (at === from + 1 || words[at + 1]?.plain === 'of') && isVerb(words[at]);
  while (to < words.length && (!isClauseStart(words[to]) || isNoun(to))) to += 1;
  while (to > from + 1 && (isPreposition(words[to - 1]) || words[to - 1]?.plain === 'that')) to -= 1;
  return to === from + 1 ? from : to;
}

function isClauseStart(word: Word | undefined): boolean {
  return isVerb(word) || isAuxiliary(word) || isEmbedder(word) || isPronoun(word);
}

/** "argus" in "does argus offer", or an object at the end. */
function isBareName(words: Words, at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || isVerb(word) || isAuxiliary(word) || word.plain === 'be') return false;
  return next === undefined || isVerb(next);
}
