import * as abbreviations from './abbreviations.ts';
import { endsAfterAbbreviation, type Situation } from './abbreviation-rules.ts';
import type { Atoms } from './atoms.ts';
import type { Boundary } from './boundary.ts';
import { followerOf, startsListItem, startsLowerCase } from './follower.ts';
import { openers } from './sentence-openers.ts';
import { wordAt, wordBefore } from './words.ts';

/** What the rules may look at: the text, its atoms, and where the sentence at hand began. */
export type Context = { text: string; atoms: Atoms; start: number };

/**
 * Whether a sentence ends at this boundary.
 * @param closing a bracket or quote that began inside the sentence ends here too
 */
export function endsSentence(boundary: Boundary, { text, atoms, start }: Context, closing: boolean): boolean {
  const { stop, sign, end, next } = boundary;
  if (next >= text.length) return true;
  if (/[。！？｡]/u.test(sign)) return !(closing && /[」』]/u.test(text[end - 1] ?? ''));
  const word = wordBefore(text, stop, start);
  if (!boundary.spaced) return endsUnspaced(boundary, text, start, word) || followsMark(boundary, text, atoms);
  const follower = followerOf(boundary, text, atoms);
  if (follower === 'continuation') return false;
  const atomFollows = atoms.startingAt(next) !== undefined;
  const situation: Situation = { text, start, word, follower, atomFollows, closing };
  if (/^\.(?:\.|[ \u00a0])|…/u.test(sign)) return endsAtEllipsis(boundary, situation);
  if (sign !== '.') return endsAtExclamation(boundary, situation);
  if (end === stop + 1 && opensBlock(stop, text, start, word)) return false;
  const verdict = endsAfterAbbreviation(boundary, situation);
  return verdict ?? (follower !== 'lower' || startsLowerCase(boundary, text, word));
}

/** A missing space: only before a word that opens sentences, and only after a plain word ("end.The next"). */
function endsUnspaced({ stop, end, next, sign, cited }: Boundary, text: string, start: number, word: string): boolean {
  const follower = wordAt(text, next);
  if (cited) return /^\p{Lu}/u.test(follower);
  if (follower.length < 2 || !openers.has(follower) || sign.length > 1) return false;
  if (end > stop + 1) return /[)\]”’]/u.test(text[end - 1] ?? '');
  return /^\p{Ll}{2,}\)?$|\d\]$/u.test(word) && stop - word.length > start;
}

/** A missing space after a citation in brackets: "as was shown [37].Women". */
function followsMark({ stop, sign, next }: Boundary, text: string, atoms: Atoms): boolean {
  const cited = sign === '.' && /[\])]/u.test(text[stop - 1] ?? '') && atoms.covered(stop - 2, stop) > 0;
  return cited && /^\p{Lu}\p{Ll}+$/u.test(wordAt(text, next));
}

function endsAtEllipsis({ stop, end, sign }: Boundary, { text, start, follower }: Situation): boolean {
  const inBrackets = /[([]/u.test(text[stop - 1] ?? '') && end > stop + sign.length;
  if (inBrackets || stop === start) return false;
  const apart = /\s/u.test(text[stop - 1] ?? '');
  return follower === 'opener' || (follower === 'upper' && !apart);
}

/** Titles and names go on ("Yahoo! Answers"), so does a factorial ("n! Steps"). */
function endsAtExclamation({ sign, next }: Boundary, { text, word, follower, closing }: Situation): boolean {
  if (follower === 'lower') return startsListItem(text, next);
  const named = word === '' || closing || abbreviations.exclaimedNames.has(word.toLowerCase());
  const factorial = sign === '!' && /^(?:\p{L}|\p{N}+)$/u.test(word);
  return follower === 'opener' || !(named || factorial);
}

const listNumber = /^(?:\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5}|[IVX]{1,5}|\p{L})$/u;
const blockLabel =
  /^(?:(?:supplementary|additional|extended data) )?(\p{L}+)\.? (?:[A-Z]{0,2}\d*(?:[.-]?[A-Z\d]+)*|[IVXLC]+)$/iu;

/** A list number, the number of a heading or the label of a block: "1. First", "2.1. Data", "Theorem 2. Let". */
function opensBlock(stop: number, text: string, start: number, word: string): boolean {
  const from = stop - word.length;
  const before = text.slice(Math.max(start, from - 6), from);
  if (listNumber.test(word) && (from === start || /[:;(] ?$|; (?:and|or) $/u.test(before))) return true;
  if (/^[IVX]{2,5}$/u.test(word) && before.endsWith(', ')) return true;
  const label = stop - start < 48 ? blockLabel.exec(text.slice(start, stop))?.[1] : undefined;
  return label !== undefined && abbreviations.labels.has(label.toLowerCase());
}
