import type { PlacedUnit } from '../evidence/corpus-view.ts';
import { quote } from '../evidence/quote.ts';
import { type Relation, relationOf } from './agreement-relation.ts';
import type { DraftClaim } from './draft-answer.ts';
import { isInStanding } from './in-standing.ts';

export type Disagreement = Omit<Relation, 'kind'> & { one: PlacedUnit; other: PlacedUnit; on: 'number' | 'direction' };

/**
 * The first two units, of different papers that were not taken back, that say the same but with another number, or one the opposite of the other. Only
 * what is said in nearly the same words is seen: papers may differ in ways that this does not find.
 */
export function findDisagreement(units: readonly PlacedUnit[]): Disagreement | undefined {
  const standing = units.filter(isInStanding);
  for (const [i, one] of standing.entries()) {
    for (const other of standing.slice(i + 1)) {
      if (one.paper.key === other.paper.key) continue;
      const { kind, ...relation } = relationOf(one.unit.text, other.unit.text) ?? { kind: 'agree', likeness: 0 };
      if (kind !== 'agree') return { ...relation, one, other, on: kind };
    }
  }
  return undefined;
}

/** Says that two papers do not agree, each with its sentence. The reader decides: which is right is not judged. */
export function claimDisagreement({ one, other, on, likeness: score, values }: Disagreement): DraftClaim {
  const differ = on === 'number' ? 'give different numbers' : 'say the opposite';
  const [here, there] = (values ?? ['', '']).map((value) => (value === '' ? '' : `${value} in `));
  return {
    separator: '\n\n',
    parts: [
      { text: `These papers ${differ}: ${here}${one.paper.title}`, quotes: [quote(one)] },
      { text: ` and ${there}${other.paper.title}`, quotes: [quote(other)] },
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
