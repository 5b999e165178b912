import { contentWords, stem, stemsOf } from '../evidence/words.ts';

const negation =
  /\b(?:not|no|never|none|cannot|neither|nor|without|lack(?:s|ed|ing)?|fail(?:s|ed)?|unable|incapable|unrelated|absen(?:t|ce)|rather than|instead of|little (?:effect|evidence|or no)|hardly|barely|rarely|seldom)\b|n['’]t\b/giu;

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
  ['once', 'twice'],
  ['fast', 'slow'],
  ['faster', 'slowly'],
  ['quickly', 'slowly'],
  ['same', 'different'],
  ['present', 'absent'],
  ['include', 'exclude'],
  ['allow', 'forbid'],
  ['first', 'last'],
  ['majority', 'minority'],
  ['strong', 'weak'],
  ['with', 'without'],
  ['high', 'low'],
  ['good', 'bad'],
  ['sufficient', 'insufficient'],
  ['agonist', 'antagonist'],
];

/** Whether a claim says the opposite of the text it rests on, which neither shared words nor vectors notice. */
export function isTurnedRound(claim: string, text: string): boolean {
  const [ofClaim, ofText] = [negatedIn(claim), negatedIn(text)];
  const said = stemsOf(claim);
  if (ofClaim.size > 0 && ofText.size === 0) return true;
  // What a text denies of something else (“and not from seeds”) is no matter to the claim.
  if (ofClaim.size === 0 && [...ofText].some((word) => word === '' || said.has(word))) return true;
  if (negatesOtherwise(ofClaim, ofText, text)) return true;
  const [one, other] = [stemsOf(claim), stemsOf(text)];
  return saysOpposite(one, other) || goesOtherWay(one, other) || undoes(one, other) || undoes(other, one);
}

/** Both negate, but not the same: what the claim denies, the text says. */
function negatesOtherwise(ofClaim: ReadonlySet<string>, ofText: ReadonlySet<string>, text: string): boolean {
  const said = stemsOf(text);
  // “Neither A nor B did” denies what they did as well.
  if (/\b(?:neither|nor|none)\b/iu.test(text)) return false;
  return ofClaim.size > 0 && [...ofClaim].every((word) => !ofText.has(word) && said.has(word));
}

export function saysOpposite(claim: ReadonlySet<string>, text: ReadonlySet<string>): boolean {
  const turns = (from: string, to: string): boolean =>
    claim.has(from) && !claim.has(to) && text.has(to) && !text.has(from);
  return opposites.some(([one, other]) => turns(stem(one), stem(other)) || turns(stem(other), stem(one)));
}

const up = stemsOf(
  'increase increased rise rises rose risen grow grew grown growth raise raised climb climbed higher elevated upregulated',
);
const down = stemsOf(
  'decrease decreased drop dropped fall fell fallen decline declined reduce reduced reduction lower lowered shrink shrank diminished downregulated',
);

const furthering = stemsOf(
  'promote promotes promoted enhance enhanced stimulate stimulated accelerate accelerated restore restored encourage strengthen strengthened improve improved facilitate facilitated activate activated',
);
const hindering = stemsOf(
  'inhibit inhibited suppress suppressed block blocked repress repressed impair impaired slow slows slowed delay delayed prevent prevented attenuate attenuated hinder hindered worsen worsened deactivate weaken weakened',
);

/** One speaks of more, or of help, only; the other only of less, or of hindrance. */
function goesOtherWay(claim: ReadonlySet<string>, text: ReadonlySet<string>): boolean {
  return differ(claim, text, up, down) || differ(claim, text, furthering, hindering);
}

function differ(
  claim: ReadonlySet<string>,
  text: ReadonlySet<string>,
  more: ReadonlySet<string>,
  less: ReadonlySet<string>,
): boolean {
  const has = (stems: ReadonlySet<string>, words: ReadonlySet<string>): boolean =>
    [...words].some((word) => stems.has(word));
  const [claimUp, claimDown, textUp, textDown] = [has(claim, more), has(claim, less), has(text, more), has(text, less)];
  return (claimUp && !claimDown && textDown && !textUp) || (claimDown && !claimUp && textUp && !textDown);
}

/** One has a word, the other only its negated form: “changed” and “unchanged”. */
function undoes(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some(
    (word) =>
      word.length > 3 &&
      !other.has(word) &&
      ['un', 'in', 'im', 'ir', 'non', 'dis', 'de', 'mis', 'non-'].some(
        (prefix) => other.has(prefix + word) && !one.has(prefix + word),
      ),
  );
}

/** Letters after a negation in which what it denies must begin. */
const furthest = 300;

/** The stem of the first content word after each negation, or an empty one where none follows. */
function negatedIn(text: string): Set<string> {
  const after = [...text.matchAll(negation)].map(({ index, 0: word }) => {
    return text.slice(index + word.length, index + word.length + furthest);
  });
  return new Set(after.map((rest) => stem(contentWords(rest)[0] ?? '')));
}
