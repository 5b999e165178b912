import { compareNames } from '../names/compare-names.ts';
import type { PersonName } from '../names/person-name.ts';
import { type Evidence, findEvidence } from './evidence.ts';
import type { Mention } from './mention.ts';
import type { NameRarity } from './name-rarity.ts';
import type { Profiles } from './profile.ts';
import { weights } from './weights.ts';

/** What the names of two forms, which agree, add to the odds; a rare name alone is enough. */
export type FormMatch = { weight: number; isRare: boolean };

/** How the names of two forms agree; undefined where they do not. */
export function matchForms(a: PersonName, b: PersonName, rarity: NameRarity): FormMatch | undefined {
  const agreement = compareNames(a, b);
  if (!agreement) return undefined;
  const counted = agreement.isSwapped
    ? // Of a name in either order it is not known which is meant.
      Math.max(...[a, b].map((name) => rarity.expectedOthers(name, name, name.given.map(alone))))
    : rarity.expectedOthers(a, b, agreement.shared);
  const others = counted * (1 + weights.crowd * counted);
  const weight = -weights.rarity * Math.log(others) - weights.doubt - weights.strain * agreement.strain;
  // How rare a family name is among few papers says little of the people who share an initial.
  const isWhole = agreement.shared[0]?.some((word) => word.length > 1) ?? false;
  if (!isWhole) return { weight: Math.min(weight, weights.mostOfInitials), isRare: false };
  return { weight, isRare: weight > weights.threshold };
}

/** Judges pairs of mentions whose names agree. */
export class Judge {
  readonly #profiles: Profiles;

  constructor(profiles: Profiles) {
    this.#profiles = profiles;
  }

  /** Odds, as a natural logarithm, that two mentions are one person; above `weights.threshold` they are taken to be. */
  score(a: Mention, b: Mention, match: FormMatch): number {
    let score = match.weight - this.#yearsApart(a, b);
    for (const { weight } of findEvidence(this.#profiles, a, b)) score += weight;
    return score;
  }

  /** What speaks for two mentions being one person, the strongest first. */
  explain(a: Mention, b: Mention, match: FormMatch): Evidence[] {
    const name = { kind: 'name' as const, weight: match.weight, detail: () => 'rare' };
    return [...(match.isRare ? [name] : []), ...findEvidence(this.#profiles, a, b)]
      .toSorted((x, y) => y.weight - x.weight)
      .map(({ kind, detail }) => ({ kind, detail: detail() }));
  }

  #yearsApart(a: Mention, b: Mention): number {
    const [here, there] = [this.#profiles.papers[a.paper]?.year, this.#profiles.papers[b.paper]?.year];
    if (here === undefined || there === undefined) return 0;
    return weights.year * Math.max(0, Math.abs(here - there) - weights.freeYears);
  }
}

function alone(word: string): string[] {
  return [word];
}
