import type { Abbreviation, EntityType } from '@askg/contract';
import { foldPhrase } from '../keywords/fold-phrase.ts';
import type { Candidate } from './candidate.ts';

type Entry = { forms: Map<string, number>; types: Map<EntityType, number>; best: number; isToldDataset: boolean };

/** How many tagged places a place that says the type outweighs. */
const toldWeight = 4;

/**
 * The names of one paper. Those that differ in case, hyphens or plural are one, and an abbreviation is one with what it
 * stands for there. Each gets one label, the form that is printed most often, and the type that weighs most over all places.
 */
export class NameBook {
  readonly #longForms = new Map<string, string>();
  readonly #entries = new Map<string, Entry>();
  #contributed: ReadonlySet<string> = new Set();
  #titleKey: string | undefined;

  constructor(abbreviations: readonly Abbreviation[]) {
    // Of two long forms of one abbreviation the paper means the first, as a rule.
    for (const { short, long } of abbreviations.toReversed()) {
      this.#longForms.set(short, foldPhrase(long));
      this.#longForms.set(`${short}s`, foldPhrase(long));
    }
  }

  /** By what a name is known: that of its long form where it is an abbreviation of the paper. */
  keyOf(name: string): string {
    return this.#longForms.get(name) ?? foldPhrase(name);
  }

  add({ name, type, isTold, score }: Candidate): void {
    const key = this.keyOf(name);
    let entry = this.#entries.get(key);
    if (!entry) this.#entries.set(key, (entry = { forms: new Map(), types: new Map(), best: 0, isToldDataset: false }));
    entry.forms.set(name, (entry.forms.get(name) ?? 0) + 1);
    entry.types.set(type, (entry.types.get(type) ?? 0) + (isTold ? toldWeight : score));
    entry.best = Math.max(entry.best, score);
    if (isTold && type === 'dataset') entry.isToldDataset = true;
  }

  /** @param keys of what the paper itself contributes; `titleName` is the name that its title begins with */
  contribute(keys: ReadonlySet<string>, titleName: string | undefined): void {
    this.#contributed = keys;
    this.#titleKey = titleName === undefined ? undefined : this.keyOf(titleName);
  }

  /** Keys of names of which at least one place is this sure. */
  sureKeys(least: number): string[] {
    return [...this.#entries].filter(([, { best }]) => best >= least).map(([key]) => key);
  }

  forms(key: string): string[] {
    return [...(this.#entries.get(key)?.forms.keys() ?? [])];
  }

  label(key: string): string {
    return mostOf(this.#entries.get(key)?.forms ?? new Map<string, number>()) ?? key;
  }

  /**
   * Problems, data sets, languages and measures stay what they are, also where they are new; other things are then solutions.
   * What a paper calls itself is one even if it looks like a data set, unless it is called so.
   */
  type(key: string): EntityType {
    const type = mostOf(this.#entries.get(key)?.types ?? new Map<EntityType, number>()) ?? 'other';
    if (type === 'language' || type === 'research-problem' || type === 'metric') return type;
    if (type === 'dataset' && (key !== this.#titleKey || this.#entries.get(key)?.isToldDataset === true)) return type;
    return key === this.#titleKey || this.#contributed.has(key) ? 'solution' : type;
  }
}

/** Of equals the one with more small letters, as capitals often come from the start of a sentence; then the first. */
function mostOf<Name extends string>(counts: ReadonlyMap<Name, number>): Name | undefined {
  let best: Name | undefined;
  for (const [name, count] of counts) {
    const most = best === undefined ? -1 : (counts.get(best) ?? 0);
    if (count > most || (count === most && best !== undefined && smallLetters(name) > smallLetters(best))) best = name;
  }
  return best;
}

function smallLetters(name: string): number {
  return name.replaceAll(/[^\p{Ll}]/gu, '').length / name.length;
}
