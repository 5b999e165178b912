import * as abbreviations from './abbreviations.ts';
import type { Boundary } from './boundary.ts';
import type { Follower } from './follower.ts';
import { openersAndSurnames } from './sentence-openers.ts';
import { skipOpeners, wordAt, wordBefore } from './words.ts';

/** What the rules look at: the text, where the sentence at hand began, the word before the stop and what follows it. */
export type Situation = {
  text: string;
  start: number;
  word: string;
  follower: Follower;
  /** The following sentence would begin with an atom. */
  atomFollows: boolean;
  /** A bracket or quote that began inside the sentence ends at this boundary too. */
  closing: boolean;
};

/** Whether a sentence ends after an abbreviation or an initial; undefined where the word is a plain one. */
export function endsAfterAbbreviation(boundary: Boundary, situation: Situation): boolean | undefined {
  const { text, word, follower, closing } = situation;
  const shouted = /^\p{Lu}{2,}$/u.test(word);
  const folded = word.toLowerCase();
  const opens = follower === 'opener' && !closing;
  if (isSpaced(boundary, text, word)) return false;
  if (abbreviations.capitalisedTitles.has(word) || (!shouted && abbreviations.leading.has(folded))) return false;
  if (
    abbreviations.numbered.has(word) ||
    abbreviations.numbered.has(folded) ||
    (shouted && abbreviations.leading.has(folded))
  ) {
    return leadsToLabel(boundary, situation) ? false : undefined;
  }
  if (/^\p{Lu}$/u.test(word)) return endsAfterLetter(boundary, situation);
  if (word === 'etc' || word === 'al') return endsAfterOthers(boundary, situation);
  const beforeMonth =
    /^\p{N}{1,2}$/u.test(word) && abbreviations.monthsAfterDay.has(wordAt(text, boundary.next).toLowerCase());
  if (beforeMonth) return false;
  const initials = /^(?:\p{L}\.-?)+\p{L}{1,2}$/u.test(word);
  const known = abbreviations.capitalisedMayClose.has(word) || (!shouted && abbreviations.mayClose.has(folded));
  return initials || known ? opens : undefined;
}

/** At either stop of "e. g." and its like. */
function isSpaced({ stop, next }: Boundary, text: string, word: string): boolean {
  if (word.length > 2) return false;
  const first = `${word}. ${wordAt(text, next)}`.toLowerCase();
  const second = text.slice(stop - word.length - 3, stop).toLowerCase();
  return abbreviations.spaced.has(first) || abbreviations.spaced.has(second);
}

/** "No. 5", "Fig. S1", "Ref. [3]" with a mark, "Part. II". */
function leadsToLabel({ stop, next }: Boundary, { text, word, follower, closing, atomFollows }: Situation): boolean {
  const isUnit = word === 'sec' && /\d $/u.test(text.slice(Math.max(0, stop - 5), stop - 3));
  if (isUnit) return false;
  if (atomFollows) return true;
  if (follower === 'opener' && !closing) return false;
  const at = skipOpeners(text, next);
  return /^(?:\p{N}|[A-Z]{0,2}\d|[IVXLC]+\b(?!-\p{L}|\. \p{Ll})|[A-Z]\b(?!-\p{L}|\. \p{Ll})|#)/u.test(
    text.slice(at, at + 8),
  );
}

/** "etc." and "et al.": a year, a reference or a small letter goes on, a capitalised word in running text does not. */
function endsAfterOthers({ next }: Boundary, { text, word, follower, closing }: Situation): boolean {
  if (closing || (follower !== 'upper' && follower !== 'opener') || /[([]/u.test(text[next] ?? '')) return false;
  return word === 'etc' || follower === 'opener' || /^\p{Lu}[\p{L}-]* \p{Ll}/u.test(text.slice(next, next + 30));
}

/** After one capital letter: the initial of a person or a genus, unless the words around show that it is a label. */
function endsAfterLetter({ stop, next }: Boundary, { text, start, word, follower, closing }: Situation): boolean {
  if (follower === 'lower') return false;
  if (/["'”’»]/u.test(text[stop + 1] ?? '')) return true;
  if (/[\p{L}\p{N}]/u.test(text[stop - 2] ?? ' ')) return follower !== 'digit';
  const before = wordBefore(text, stop - 2, start);
  if (/^\d+(?:\.\d+)?$/u.test(before)) return true;
  const noun = before.replace(/\.$/u, '');
  const named = noun.toLowerCase();
  if (abbreviations.classifiers.has(named) || named.startsWith('fig')) return true;
  if (abbreviations.numbered.has(noun) || abbreviations.numbered.has(named)) return true;
  if (/(?:^|\s)[A-Z]{1,4}(?:,| and| or| to) $/u.test(text.slice(Math.max(start, stop - 12), stop - 1))) return true;
  if (/^[RC]$/u.test(word) && /^(?:in|using|via)$/u.test(before)) return true;
  if (follower === 'digit' || follower === 'sign') return !/^\p{Lu}|,$/u.test(before);
  return follower === 'opener' && !closing && before !== '' && !openersAndSurnames.has(wordAt(text, next));
}
