import type { NameAgreement } from '../names/compare-names.ts';
import type { PersonName } from '../names/person-name.ts';
import { commonFamilyNames } from './common-family-names.ts';

/** Bearers of a common family name that there are beside those of the corpus. */
const commonBearers = 25;
/** Names beside those of the corpus, among which one that occurs once would be as rare as others. */
const unseenNames = 200;
/** What a name without given names says: as much as a rare given name. */
const nothingGiven = 0.02;

/**
 * How many other people are to be expected who bear a name by chance: bearers of the family name, times the share of each
 * given name or initial among all names. Counted over the names of the corpus.
 */
export class NameRarity {
  readonly #families = new Map<string, number>();
  readonly #firsts = new Map<string, number>();
  readonly #initials = new Map<string, number>();
  readonly #all: number;

  /** @param names those that differ */
  constructor(names: readonly PersonName[]) {
    this.#all = names.length;
    for (const { family, familySound, given } of names) {
      for (const part of new Set([...family, familySound])) count(this.#families, part);
      for (const word of given) count(word.length > 1 ? this.#firsts : this.#initials, word);
      for (const word of given) if (word.length > 1) count(this.#initials, word.slice(0, 1));
    }
  }

  /** @param shared the given names and initials that two names agree on, the commonest of several spellings counts */
  expectedOthers(a: PersonName, b: PersonName, shared: NameAgreement['shared']): number {
    const bearers = sharedFamily(a, b).reduce((most, family) => Math.max(most, this.#bearers(family)), 1);
    const chance = shared.reduce((product, words) => product * Math.max(...words.map((word) => this.#share(word))), 1);
    return bearers * (shared.length === 0 ? nothingGiven : chance);
  }

  #bearers(family: string): number {
    const known = this.#families.get(family) ?? 1;
    return commonFamilyNames.has(family) ? known + commonBearers : known;
  }

  #share(word: string): number {
    const counts = word.length > 1 ? this.#firsts : this.#initials;
    // An initial is one of a few that are common: it never says much.
    if (word.length === 1) return Math.max(0.05, (counts.get(word) ?? 0) / (this.#all + 1));
    return ((counts.get(word) ?? 0) + 1) / (this.#all + unseenNames);
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The family names that two names have in common: the whole one, or else each part, or either in the other order. */
function sharedFamily(a: PersonName, b: PersonName): string[] {
  if (a.familySound === b.familySound) return [a.familySound];
  const parts = a.family.filter((part) => b.family.includes(part));
  return parts.length > 0 ? parts : [a.familySound, b.familySound];
}
