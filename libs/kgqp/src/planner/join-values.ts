import type { LabelMatch } from '../linking/label-match.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import { type ValueForName, valuesForNames } from '../linking/values-for-names.ts';
import type { WeighedWord } from './weighed-word.ts';

/** Words of the longest phrase that is looked for before a name, with an article after it. */
const mostBefore = 5;

/**
 * Values that may stand for names, such as topics: they become further names of the things that are called the same, or, after
 * a word for the relation ("about", "on"), things of their own. Elsewhere they name nothing.
 */
export function joinValues(
  matches: readonly LabelMatch[],
  words: readonly WeighedWord[],
  lexicon: Lexicon,
): LabelMatch[] {
  const kinds = new Map(valuesForNames(lexicon).map((kind) => [kind.property, kind]));
  const values = matches.filter(({ property }) => kinds.has(property));
  const names = matches.filter(({ property }) => !kinds.has(property));
  if (values.length === 0) return names;
  const further = (name: LabelMatch): readonly string[] =>
    values.filter((value) => isSame(value, name, lexicon)).flatMap(({ labels }) => labels);
  const joined = names.map((name) => ({ ...name, labels: [...new Set([...name.labels, ...further(name)])] }));
  const alone = values.flatMap((value) => {
    const kind = kinds.get(value.property);
    const isNamed = names.some((name) => isSame(value, name, lexicon));
    if (kind === undefined || isNamed || !isAfterWord(kind, value, words, lexicon)) return [];
    const property = lexicon.namings.get(value.cls)?.name ?? value.property;
    // The nodes are those that have the value, not things of this name.
    return [{ ...value, property, iris: [] }];
  });
  return [...joined, ...alone];
}

function isSame(value: LabelMatch, name: LabelMatch, { namings }: Lexicon): boolean {
  const isName = name.kind === 'exact' && name.property === namings.get(value.cls)?.name;
  return isName && name.cls === value.cls && name.from === value.from && name.to === value.to;
}

/** Whether a phrase for the relation ends right before, or before an article. */
function isAfterWord(
  { relation }: ValueForName,
  { from }: LabelMatch,
  words: readonly WeighedWord[],
  { lexemes }: Lexicon,
): boolean {
  for (let start = Math.max(0, from - mostBefore); start < from; start += 1) {
    for (let end = start + 1; end <= from; end += 1) {
      const key = words
        .slice(start, end)
        .map(({ stem }) => stem)
        .join(' ');
      const says = lexemes
        .get(key)
        ?.meanings.some((meaning) => meaning.kind === 'relation' && meaning.relation === relation);
      if (says === true && words.slice(end, from).every(({ isFiller }) => isFiller)) return true;
    }
  }
  return false;
}
