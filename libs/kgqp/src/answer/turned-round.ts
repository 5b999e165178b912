import { contentWords, stem, stemsOf } from '../evidence/words.ts';

const negation = /\b(?:not|no|never|none|cannot|neither|nor|without|lacks?|fails?)\b|n['’]t\b/giu;

const opposites: readonly (readonly [string, string])[] = [
  ['increase', 'decrease'],
  ['increase', 'reduce'],
  ['higher', 'lower'],
  ['more', 'less'],
  ['more', 'fewer'],
  ['faster', 'slower'],
  ['better', 'worse'],
  ['larger', 'smaller'],
  ['longer', 'shorter'],
  ['stronger', 'weaker'],
  ['earlier', 'later'],
  ['before', 'after'],
  ['improve', 'worsen'],
  ['gain', 'lose'],
  ['rise', 'fall'],
  ['accept', 'reject'],
  ['support', 'refute'],
  ['significant', 'insignificant'],
  ['positive', 'negative'],
  ['supervised', 'unsupervised'],
  ['possible', 'impossible'],
  ['able', 'unable'],
  ['upregulate', 'downregulate'],
  ['activate', 'inhibit'],
];

/** Whether a claim says the opposite of the text it rests on, which neither shared words nor vectors notice. */
export function isTurnedRound(claim: string, text: string): boolean {
  const [ofClaim, ofText] = [negatedIn(claim), negatedIn(text)];
  if (ofClaim.size > 0 !== ofText.size > 0) return true;
  return negatesOtherwise(ofClaim, ofText, text) || saysOpposite(stemsOf(claim), stemsOf(text));
}

/** Both negate, but not the same: what the claim denies, the text says. */
function negatesOtherwise(ofClaim: ReadonlySet<string>, ofText: ReadonlySet<string>, text: string): boolean {
  const said = stemsOf(text);
  return ofClaim.size > 0 && [...ofClaim].every((word) => !ofText.has(word) && said.has(word));
}

function saysOpposite(claim: ReadonlySet<string>, text: ReadonlySet<string>): boolean {
  const turns = (from: string, to: string): boolean =>
    claim.has(from) && !claim.has(to) && text.has(to) && !text.has(from);
  return opposites.some(([one, other]) => turns(stem(one), stem(other)) || turns(stem(other), stem(one)));
}

/** The stem of the first content word after each negation, or an empty one where none follows. */
function negatedIn(text: string): Set<string> {
  const after = [...text.matchAll(negation)].map(({ index, 0: word }) => text.slice(index + word.length));
  return new Set(after.map((rest) => stem(contentWords(rest)[0] ?? '')));
}
