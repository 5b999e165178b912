/** Endings and what they become, longest first. A stem keeps at least `least` letters. */
const endings: readonly (readonly [ending: string, becomes: string, least: number])[] = [
  ['isations', 'ise', 4],
  ['izations', 'ise', 4],
  ['isation', 'ise', 4],
  ['ization', 'ise', 4],
  ['ational', 'ate', 4],
  ['ations', 'ate', 4],
  ['ation', 'ate', 4],
  ['ically', 'ic', 4],
  ['ctory', 'ct', 5],
  ['ctions', 'ct', 3],
  ['ction', 'ct', 3],
  ['ments', 'ment', 3],
  ['nesses', '', 3],
  ['ness', '', 3],
  ['ives', 'ive', 3],
  ['ical', 'ic', 3],
  ['ings', '', 4],
  ['ies', 'y', 2],
  ['ied', 'y', 2],
  ['izes', 'ise', 3],
  ['ized', 'ise', 3],
  ['ised', 'ise', 3],
  ['ize', 'ise', 3],
  ['ing', '', 4],
  ['ers', 'er', 3],
  ['sses', 'ss', 2],
  ['ches', 'ch', 2],
  ['shes', 'sh', 2],
  ['xes', 'x', 2],
  ['ed', '', 3],
  ['ly', '', 4],
  ['es', 'e', 3],
  ['s', '', 3],
];

/** Texts repeat their words, and a stem costs some thirty comparisons. */
const known = new Map<string, string>();
const mostKnown = 100_000;

/**
 * A light stem of an English word: plural, past, -ing and a few derived endings taken off, after the idea of M. F. Porter,
 * "An algorithm for suffix stripping", 1980. Two forms of one word mostly share it; it need not be a word.
 * @param plain lower case, without accents
 */
export function stemOf(plain: string): string {
  const found = known.get(plain);
  if (found !== undefined) return found;
  const stem = cut(plain);
  if (known.size < mostKnown) known.set(plain, stem);
  return stem;
}

function cut(plain: string): string {
  if (
    plain.length < 4 ||
    /[^a-z]/.test(plain) ||
    plain.endsWith('ss') ||
    plain.endsWith('us') ||
    /[sxrn]is$/.test(plain)
  ) {
    return plain;
  }
  for (const [ending, becomes, least] of endings) {
    if (!plain.endsWith(ending) || plain.length - ending.length < least) continue;
    return tidy(plain.slice(0, plain.length - ending.length) + becomes);
  }
  return tidy(plain);
}

/** Takes off a doubled last consonant ("planned") and a last silent e, so that "use", "used" and "using" agree. */
function tidy(stem: string): string {
  if (stem.length > 4 && /([bdfgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}
