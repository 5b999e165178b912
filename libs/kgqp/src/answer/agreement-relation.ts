import { escapeRegExp } from '../escape-reg-exp.ts';
import { likeness } from '../evidence/word-sets.ts';
import { contentWords, namesOf, stem, stemsOf, wordsOf } from '../evidence/words.ts';
import { type Measured, measuredNumbers } from './measured-numbers.ts';
import { isTurnedRound } from './turned-round.ts';

/** How two sentences of different papers stand to each other, and how alike their words are, 0 to 1. */
export type Relation = {
  kind: 'agree' | 'number' | 'direction';
  likeness: number;
  /** The two values of one measure, as they are written: “5 hours” and “8 hours”. */
  values?: readonly [string, string];
};

/** From this likeness on (Jaccard, over stems without numbers) two sentences speak of the same thing. */
const sameSubject = 0.6;
/** The same, where both measure it. */
const sameMeasured = 0.4;
/** Words beside a number that say what it measures. */
const beside = 5;

/**
 * Compares two sentences by their words. Precision goes before recall: what is said in other words is not seen, and most
 * sentences stand in no relation.
 */
export function relationOf(one: string, other: string): Relation | undefined {
  const near = likeness(subjectOf(one), subjectOf(other));
  if (near < sameMeasured || !namesAlike(one, other)) return undefined;
  const measures = compareMeasures(one, other);
  if (near >= sameSubject) {
    if (isTurnedRound(one, other) || isTurnedRound(other, one)) return { kind: 'direction', likeness: near };
    if (measures.length > 0 && !measures.some(isSameNumber)) return otherNumber(near, measures);
    if (differsInNumbers(measuredNumbers(one), measuredNumbers(other))) return { kind: 'number', likeness: near };
    const isSame = measures.length > 0 || numbersOf(one) === numbersOf(other);
    return isSame ? { kind: 'agree', likeness: near } : undefined;
  }
  if (measures.length === 0) return undefined;
  if (isTurnedRound(one, other) || isTurnedRound(other, one)) return undefined;
  return measures.some(isSameNumber) ? { kind: 'agree', likeness: near } : otherNumber(near, measures);
}

function otherNumber(near: number, [pair]: readonly MeasurePair[]): Relation {
  return { kind: 'number', likeness: near, ...(pair ? { values: [pair[0].written, pair[1].written] } : {}) };
}

type MeasurePair = readonly [Measure, Measure];

/** What two sentences measure in the same unit and with the same words beside the number. */
function compareMeasures(one: string, other: string): MeasurePair[] {
  const ofOther = measuresIn(other);
  return measuresIn(one).flatMap((a) =>
    ofOther.filter((b) => a.unit === b.unit && sharesMost(a.words, b.words)).map((b) => [a, b] as const),
  );
}

function isSameNumber([one, other]: MeasurePair): boolean {
  return one.number === other.number;
}

type Measure = { number: string; unit: string; written: string; words: ReadonlySet<string> };

/** Numbers with their unit, or with the thing that they count. */
function measuresIn(text: string): Measure[] {
  const words = wordsOf(text);
  return words.flatMap((word, at): Measure[] => {
    if (!/^\d/u.test(word)) return [];
    const [measured] = measuredNumbers([word, ...words.slice(at + 1, at + 2)].join(' '));
    const isPercent = new RegExp(String.raw`${escapeRegExp(word)}\s?%`).test(text);
    const unit = isPercent ? '%' : (measured?.unit ?? stem(words[at + 1] ?? ''));
    const around = [...words.slice(Math.max(0, at - beside), at), ...words.slice(at + 1, at + 1 + beside)];
    const number = measured?.number ?? word;
    const written = isPercent ? `${word}%` : `${word} ${words[at + 1] ?? ''}`;
    return unit === '' ? [] : [{ number, unit, written, words: new Set(contentWords(around.join(' ')).map(stem)) }];
  });
}

/** At least two words beside both numbers are the same, and at least half of the fewer. */
function sharesMost(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared >= 2 && shared >= Math.min(one.size, other.size) / 2;
}

/** Neither names a thing that the other does not, be it by a number: Chapter 1 is not Chapter 5. */
function namesAlike(one: string, other: string): boolean {
  if (numberedIn(one) !== numberedIn(other)) return false;
  const [ofOne, ofOther] = [stemsOf(one), stemsOf(other)];
  const all = (text: string, within: ReadonlySet<string>): boolean =>
    namesOf(text).every((name) => within.has(stem(name)));
  return all(one, ofOther) && all(other, ofOne);
}

const numbered =
  /\b(?:chapter|lesson|section|table|figure|part|module|step|experiment|study|version|level|stage|phase|type|class|group|task|unit|volume|grade)s?\s+\d+(?:\.\d+)*(?:(?:\s*,\s*|\s+and\s+|\s+to\s+|\s*[-–]\s*)\d+)*/giu;

/** Things that a number names, such as “chapter 1”. */
function numberedIn(text: string): string {
  return (text.match(numbered) ?? [])
    .map((each) => each.toLowerCase().replace(/s(?=\s)/u, ''))
    .toSorted()
    .join();
}

/** Both measure with the same units, and share no number. */
function differsInNumbers(one: readonly Measured[], other: readonly Measured[]): boolean {
  if (one.length === 0 || one.length !== other.length) return false;
  const units = ({ unit = '' }: Measured): string => unit;
  const isAlike = one.map(units).toSorted().join() === other.map(units).toSorted().join();
  return isAlike && one.every(({ number }) => other.every((each) => each.number !== number));
}

function numbersOf(text: string): string {
  return measuredNumbers(text)
    .map(({ number }) => number)
    .toSorted()
    .join();
}

function subjectOf(text: string): Set<string> {
  return new Set(
    contentWords(text)
      .filter((word) => !/^\d/u.test(word))
      .map(stem),
  );
}
