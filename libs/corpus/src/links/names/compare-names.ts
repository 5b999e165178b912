import { looseSpelling } from './loose-spelling.ts';
import type { PersonName } from './person-name.ts';
import { areShortForms } from './short-forms.ts';

/**
 * How two names can be one person's.
 *
 * - `shared` are the given names, or initials, that both agree on, in the less exact of the two spellings; in both where
 *   they differ in spelling.
 * - `strain` counts what had to be taken in stride: another spelling or a short form, a part left out of a family name,
 *   a first name left out, given and family name in the other order (`isSwapped`).
 */
export type NameAgreement = { shared: readonly (readonly string[])[]; strain: number; isSwapped?: true };

/** Letters that must be left of a name that was cut short, and how much is taken in stride then. */
const shortestCut = 3;
const cutStrain = 2;

/** Whether two names may be one person's, and how well they agree; undefined where they cannot be. */
export function compareNames(a: PersonName, b: PersonName): NameAgreement | undefined {
  if (a.suffix !== undefined && b.suffix !== undefined && a.suffix !== b.suffix) return undefined;
  const family = familyStrain(a, b);
  if (family !== undefined) {
    const given = compareGiven(withoutFamily(a, b), withoutFamily(b, a));
    return given && { shared: given.shared, strain: family + given.strain };
  }
  const isSwapped = a.givenKey !== '' && a.givenKey === b.familyKey && a.familyKey === b.givenKey;
  return isSwapped ? { shared: alone(a.given), strain: 1, isSwapped: true } : undefined;
}

function familyStrain(a: PersonName, b: PersonName): number | undefined {
  if (a.familyKey === b.familyKey) return 0;
  if (a.familySound === b.familySound) return 1;
  const [few, many] = a.family.length < b.family.length ? [a, b] : [b, a];
  const all = new Set(many.family);
  const isPart = few.family.length > 0 && few.family.every((word) => word.length > 2 && all.has(word));
  return isPart ? 1 : undefined;
}

/** Given names that are not taken for a part of the family name in the other spelling. */
function withoutFamily(name: PersonName, other: PersonName): readonly string[] {
  if (name.family.length >= other.family.length) return name.given;
  const extra = other.family.filter((word) => !name.family.includes(word));
  return name.given.filter((word, i) => i === 0 || !extra.includes(word));
}

function compareGiven(a: readonly string[], b: readonly string[]): NameAgreement | undefined {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? { shared: [], strain: 0 } : undefined;
  if (a.join('') === b.join('')) return { shared: alone(a.length > b.length ? b : a), strain: 0 };
  return align(a, b) ?? align(joinFirst(a), joinFirst(b));
}

/** Two short words may be one name: Xiao Ming and Xiaoming. */
function joinFirst(words: readonly string[]): readonly string[] {
  const [first = '', second = '', ...rest] = words;
  return first.length > 1 && second.length > 1 ? [first + second, ...rest] : words;
}

/**
 * The first names must agree, or the first name of one be left out in the other. Of the rest, those of the one must be
 * among those of the other, in order.
 */
function align(a: readonly string[], b: readonly string[]): NameAgreement | undefined {
  for (const [x, y, strain] of [
    [a, b, 0],
    [a.slice(1), b, 1],
    [a, b.slice(1), 1],
  ] as const) {
    const found = alignFrom(x, y);
    // A dropped first name leaves no more than one word to agree on, which must be a whole one.
    if (found && (strain === 0 || (found.shared[0]?.[0]?.length ?? 0) > 1)) {
      return { shared: found.shared, strain: found.strain + strain };
    }
  }
  return undefined;
}

function alignFrom(a: readonly string[], b: readonly string[]): NameAgreement | undefined {
  const [long, short] = a.length < b.length ? [b, a] : [a, b];
  const shared: (readonly string[])[] = [];
  let strain = 0;
  let at = 0;
  for (const [i, word] of short.entries()) {
    let agreement: NameAgreement | undefined;
    while (at < long.length && !(agreement = compareWords(word, long[at] ?? ''))) {
      // The first of both must agree with each other.
      if (i === 0) return undefined;
      at++;
    }
    if (!agreement) return undefined;
    at++;
    shared.push(...agreement.shared);
    strain += agreement.strain;
  }
  return short.length === 0 ? undefined : { shared, strain };
}

/** Names are cut short in ways that no list holds: Srini for Srinivasan. */
function isCutShort(short: string, long: string): boolean {
  return short.length >= shortestCut && long.length >= short.length + 3 && long.startsWith(short);
}

function compareWords(a: string, b: string): NameAgreement | undefined {
  if (a === b) return { shared: [[a]], strain: 0 };
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? { shared: [[a.slice(0, 1)]], strain: 0 } : undefined;
  if (isCutShort(a, b) || isCutShort(b, a)) return { shared: [[a, b]], strain: cutStrain };
  if (areShortForms(a, b)) return { shared: [[a, b]], strain: 1 };
  return a.length > 3 && looseSpelling(a) === looseSpelling(b) ? { shared: [[a, b]], strain: 1 } : undefined;
}

function alone(words: readonly string[]): string[][] {
  return words.map((word) => [word]);
}

/**
 * Whether two names have anything in common: enough where something else than the name says that they are one person's,
 * who may have taken another family name. Of names in scripts that are not transliterated nothing can be said.
 */
export function areRelated(a: PersonName, b: PersonName): boolean {
  const words = (name: PersonName): string[] => [...name.given, ...name.family].map(looseSpelling);
  const isForeign = (name: PersonName): boolean => !/^[a-z]*$/.test(name.familyKey);
  const known = new Set(words(a).filter((word) => word.length > 1));
  return compareNames(a, b) !== undefined || isForeign(a) || isForeign(b) || words(b).some((word) => known.has(word));
}
