import type { PlacedUnit } from '../evidence/corpus-view.ts';
import { quote } from '../evidence/quote.ts';
import { likeness } from '../evidence/word-sets.ts';
import { contentWords, stem } from '../evidence/words.ts';
import type { DraftClaim } from './draft-answer.ts';
import { type Measured, measuredNumbers } from './measured-numbers.ts';
import { isTurnedRound } from './turned-round.ts';

export type Disagreement = { one: PlacedUnit; other: PlacedUnit; on: 'number' | 'direction'; likeness: number };

/** From this likeness on (Jaccard, over stems without numbers) two sentences speak of the same thing. */
const sameSubject = 0.6;

/**
 * The first two units, of different papers, that say nearly the same but with another number, or one the opposite of the other.
 * Only what is said in nearly the same words is seen: papers may differ in ways that this does not find.
 */
export function findDisagreement(units: readonly PlacedUnit[]): Disagreement | undefined {
  for (const [i, one] of units.entries()) {
    for (const other of units.slice(i + 1)) {
      if (one.paper.key === other.paper.key) continue;
      const near = likeness(subjectOf(one.unit.text), subjectOf(other.unit.text));
      const on = near >= sameSubject ? differenceOf(one.unit.text, other.unit.text) : undefined;
      if (on !== undefined) return { one, other, on, likeness: near };
    }
  }
  return undefined;
}

/** Says that two papers do not agree, each with its sentence. The reader decides: which is right is not judged. */
export function claimDisagreement({ one, other, on, likeness: score }: Disagreement): DraftClaim {
  const differ = on === 'number' ? 'give different numbers' : 'say the opposite';
  return {
    separator: '\n\n',
    parts: [
      { text: `These papers ${differ}: ${one.paper.title}`, quotes: [quote(one)] },
      { text: ` and ${other.paper.title}`, quotes: [quote(other)] },
      { text: '.', quotes: [] },
    ],
    support: {
      label: 'partly',
      score: Math.round(score * 1000) / 1000,
      method: 'same words, other number or direction',
    },
    rows: [],
  };
}

function differenceOf(one: string, other: string): Disagreement['on'] | undefined {
  if (isTurnedRound(one, other) || isTurnedRound(other, one)) return 'direction';
  return differsInNumbers(measuredNumbers(one), measuredNumbers(other)) ? 'number' : undefined;
}

/** Both measure with the same units, and share no number. */
function differsInNumbers(one: readonly Measured[], other: readonly Measured[]): boolean {
  if (one.length === 0 || one.length !== other.length) return false;
  const units = ({ unit = '' }: Measured): string => unit;
  const isAlike = one.map(units).toSorted().join() === other.map(units).toSorted().join();
  return isAlike && one.every(({ number }) => other.every((each) => each.number !== number));
}

function subjectOf(text: string): Set<string> {
  return new Set(
    contentWords(text)
      .filter((word) => !/^\d/u.test(word))
      .map(stem),
  );
}
