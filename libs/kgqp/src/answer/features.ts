import type { Evidence } from '../evidence/evidence.ts';
import { expectedValue, holdsValue } from '../evidence/expected-value.ts';
import { unitsMeant } from '../evidence/units-meant.ts';
import { coverage, type WordRarity } from '../evidence/word-rarity.ts';
import { union } from '../evidence/word-sets.ts';
import { namesOf, stem, stemsOf } from '../evidence/words.ts';

/** What the evidence for a question looks like, each from 0 to 1 but for `similarity`. */
export type Features = {
  /** The best score that the scorer gave to one unit. */
  similarity: number;
  /** Rare words of the question in the best unit with its title and section. */
  coverage: number;
  /** Rare words of the question in the first three units together. */
  together: number;
  /** Rare words of the question in the words of one unit by itself. */
  alone: number;
  /** Share of the question's content words that no passage holds. */
  unknown: number;
  /** A word of the question is written like a name: 1 when no passage holds it, 0.5 when the evidence does not, else 0. */
  strangeName: number;
  /**
   * The value asked for (a count, a duration, …) is in none of the units, or of those of the paper that the question names: 1;
   * 0.5 when only another number is; else 0.
   */
  noValue: number;
};

/** Units that are looked at: what an answer quotes at most, roughly. */
const looked = 3;

export function featuresOf(question: string, evidence: Evidence, rarity: WordRarity): Features {
  const units = evidence.units.slice(0, looked);
  const stems = units.map(({ placed: { unit, paper } }) =>
    stemsOf([paper.title, unit.section ?? '', unit.text].join(' ')),
  );
  const all = union(stems);
  const known = stemsOf(
    evidence.units.map(({ placed: { unit, paper } }) => `${paper.title} ${unit.section ?? ''} ${unit.text}`).join(' '),
  );
  const expected = expectedValue(question);
  const meant = unitsMeant(question, evidence.units);
  const held = expected ? meant.map(({ placed }) => holdsValue(expected, placed.unit.text)) : [1];
  return {
    similarity: Math.max(0, ...units.map((unit) => unit.similarity)),
    coverage: Math.max(0, ...units.map((unit) => unit.coverage)),
    together: units.length === 0 ? 0 : coverage(rarity, all),
    alone: Math.max(0, ...units.map(({ placed }) => coverage(rarity, stemsOf(placed.unit.text)))),
    unknown: [...rarity.values()].filter((each) => each === 1).length / Math.max(1, rarity.size),
    strangeName: Math.max(0, ...namesOf(question).map((name) => strangeness(name, known, rarity))),
    noValue: 1 - Math.max(0, ...held),
  };
}

function strangeness(name: string, known: ReadonlySet<string>, rarity: WordRarity): number {
  if ([...stemsOf(name)].some((part) => known.has(part))) return 0;
  return rarity.get(stem(name)) === 1 ? 1 : 0.5;
}
