import { slipsBetween } from '../linking/spelling.ts';
import { stemOf } from '../linking/stem.ts';
import type { Term, Vocabulary } from '../linking/vocabulary.ts';
import { splitWords } from '../linking/words.ts';

export type TermKind = 'property' | 'class' | 'concept';

const mostOffered = 3;
/** Below it a name has nothing to do with the other. */
const leastLike = 0.4;
/** Share of its letters that may be wrong in a misspelt name. */
const mostSlips = 0.4;

/** The terms in use whose names are most like that of an unknown one, at most three, the best first. */
export function nearestTerms(iri: string, kind: TermKind, vocabulary: Vocabulary): string[] {
  return termsOf(kind, vocabulary)
    .map((term) => ({ iri: term.iri, like: likeness(localName(iri), term) }))
    .filter(({ like }) => like >= leastLike)
    .toSorted((a, b) => b.like - a.like || (a.iri < b.iri ? -1 : 1))
    .slice(0, mostOffered)
    .map((term) => term.iri);
}

/** The one term in use with the same name in another namespace; undefined when there is none, or more than one. */
export function namesake(iri: string, kind: TermKind, vocabulary: Vocabulary): string | undefined {
  const name = localName(iri).toLowerCase();
  const found = termsOf(kind, vocabulary).filter((term) => localName(term.iri).toLowerCase() === name);
  return found.length === 1 ? found[0]?.iri : undefined;
}

function termsOf(kind: TermKind, { properties, classes, concepts, uses }: Vocabulary): Term[] {
  if (kind === 'concept') return [...concepts.values()];
  const iris =
    kind === 'property'
      ? uses.map(({ property }) => property)
      : uses.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
  const terms = kind === 'property' ? properties : classes;
  return [...new Set(iris)].map((iri) => terms.get(iri) ?? { iri, label: '', comment: '' });
}

function localName(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
}

/** 0 to 1: the words that two names share, or how few letters have to be changed, whichever is more. */
function likeness(name: string, { iri, label }: Term): number {
  const known = localName(iri);
  const words = wordsOf(name);
  const byWords = Math.max(shared(words, wordsOf(known)), shared(words, wordsOf(label)));
  const longest = Math.max(name.length, known.length, 1);
  const most = Math.floor(longest * mostSlips);
  const slips = slipsBetween(name.toLowerCase(), known.toLowerCase(), most);
  return Math.max(byWords, slips > most ? 0 : 1 - slips / longest);
}

/** The stems of the words that a name is made of, without `has` and `is`, which properties may have or not. */
function wordsOf(name: string): Set<string> {
  const spaced = name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])|[-_]/gu, ' ');
  const stems = splitWords(spaced).map(({ plain }) => stemOf(plain));
  return new Set(stems.filter((stem) => !['has', 'have', 'is', 'of', 'be'].includes(stem)));
}

/** Dice's coefficient of two sets (L. R. Dice 1945). */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  return both === 0 ? 0 : (2 * both) / (one.size + other.size);
}
