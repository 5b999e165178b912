import * as abbreviations from './abbreviations.ts';
import type { Atoms } from './atoms.ts';
import type { Boundary } from './boundary.ts';
import { openers, verbsAfterSubject } from './sentence-openers.ts';
import { skipOpeners, wordAt } from './words.ts';

/**
 * What stands after a boundary: a capital, a capitalised word that opens sentences (see `openers`), a small letter, a
 * digit, an atom or another sign, or punctuation that goes on with the sentence.
 */
export type Follower = 'upper' | 'opener' | 'lower' | 'digit' | 'sign' | 'continuation';

/** What stands at `next`, past opening quotes and brackets. */
export function followerOf({ next }: Boundary, text: string, atoms: Atoms): Follower {
  const at = skipOpeners(text, next);
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (/\p{Lu}|\p{Lt}/u.test(character)) return isOpener(text, at) ? 'opener' : 'upper';
  if (/\p{N}/u.test(character)) return 'digit';
  if (atoms.startingAt(next) !== undefined || atoms.startingAt(at) !== undefined) return 'sign';
  if (/\p{Ll}/u.test(character)) return 'lower';
  if (/\p{Lo}/u.test(character)) return 'upper';
  if (/[,;:.?!=)\]}&≤≥≈…]/u.test(character) || /^[<>+±](?![\p{L}\p{N}])/u.test(text.slice(at, at + 3))) {
    return 'continuation';
  }
  return 'sign';
}

const firstPerson = /^I (?:am|was|have|had|think|would|will|can|could|do|did|believe|thank)\b/u;

/** "A." and "No." are an initial and an abbreviation, not words that open a sentence. */
function isOpener(text: string, at: number): boolean {
  const word = wordAt(text, at);
  if (word === 'I') return firstPerson.test(text.slice(at, at + 12));
  return openers.has(word.replace(/['’].*/u, '')) && (text[at + word.length] !== '.' || word.length > 2);
}

const nameParticle = /^(?:de|van|von|der|den|di|da|du|la|le|el|al|ter|ten|dos|del)$/u;

/**
 * Whether a sentence may well begin at `next` although its first letter is small: a list item, a name that is written
 * so ("iPhone", "mRNA", "p53", "van der Waals"), or a word that is plainly a subject ("pandas is").
 * @param word the word before the stop
 */
export function startsLowerCase({ stop, end, next }: Boundary, text: string, word: string): boolean {
  if (startsListItem(text, next)) return true;
  const plain = end > stop + 1 || /["'”’»]/u.test(text[stop - 1] ?? '') || /\p{L}{2}$|\p{N}$|[)\]]$/u.test(word);
  const follower = wordAt(text, next);
  if (plain && /["“‘«]/u.test(text[next] ?? '')) return true;
  if (!plain || skipOpeners(text, next) > next || abbreviations.leading.has(follower)) return false;
  const after = text.slice(next + follower.length, next + follower.length + 24);
  if (/^[α-ωϕϵ]/u.test(follower)) return true;
  if (/^(?:\p{L}\p{L}?\.)+\p{L}*$/u.test(follower)) return /^\.? ?[:=]/u.test(after);
  if (!/^[\p{Ll}-]+$/u.test(follower)) return /^\p{Ll}/u.test(follower);
  if (nameParticle.test(follower) && /^ (?:de[rn]? |la )?\p{Lu}/u.test(after)) return true;
  const verb = /^ (\p{Ll}+)/u.exec(after)?.[1];
  return (
    verb !== undefined &&
    verbsAfterSubject.has(verb) &&
    !/^(?:which|that|and|or|but|who|what|where|it|there|they|this|we)$/u.test(follower)
  );
}

/** "(ii) ", "b) ", "c. Results", and the bare panel letters of captions ("b Results") at this place. */
export function startsListItem(text: string, at: number): boolean {
  return /^(?:\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{2,5})\)|[a-z]\. (?=\p{Lu})|[b-z] (?=\p{Lu}))/u.test(
    text.slice(at, at + 10),
  );
}
