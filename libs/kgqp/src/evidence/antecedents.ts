import type { CitableUnit } from './citable-unit.ts';
import type { PlacedUnit } from './corpus-view.ts';

/** Sentences that one sentence may need before it. */
const most = 2;

/** A first word with a comma, or a joining word, may stand before a pronoun: “However, it …”, “Finally, these …”. */
const before = String.raw`^(?:\p{L}+,\s+|(?:and|but|so|thus|hence|then|here)\s+)?`;
/** Openings that take their meaning from the sentence before. */
const pronoun = new RegExp(
  `${before}(?:this|these|those|it|its|they|their|such|he|she|his|her|both|the (?:former|latter)|(?:for|in|with|by|to) (?:this|these|that|those))\\b`,
  'iu',
);
/** Openings that set a sentence against the one before, or draw it from that. */
const connective =
  /^(?:however|in contrast|by contrast|conversely|instead|nevertheless|nonetheless|on the (?:other hand|contrary)|therefore|thus|hence|consequently|as a (?:result|consequence)|that is|in other words|similarly|likewise|otherwise)\b/iu;

/** Looks like a pronoun that points back, but does not: the paper itself, “it is known that”, “both A and B”, “those who”. */
const standsAlone = [
  new RegExp(
    String.raw`${before}(?:\p{L}+ )?(?:this|these) (?:\p{L}+ )?(?:papers?|works?|stud(?:y|ies)|articles?|surveys?|reviews?|reports?|thesis|sections?|chapters?|figures?|tables?|appendix|tutorial)\b`,
    'iu',
  ),
  new RegExp(
    String.raw`${before}it (?:is|was|has been|can be|may be|should be|must be|seems|appears|turns out)(?: \p{L}+){0,2} (?:that|whether)\b`,
    'iu',
  ),
  new RegExp(
    String.raw`${before}it (?:is|was) (?:\p{L}+ly )?(?:important|possible|impossible|necessary|difficult|hard|easy|useful|worth|common|essential|crucial)\b`,
    'iu',
  ),
  new RegExp(String.raw`${before}both .{1,60}? and `, 'iu'),
  new RegExp(String.raw`${before}(?:those (?:who|that|which|with)|such as|to that end)\b`, 'iu'),
];

/** Whether a reader who sees a sentence by itself does not know what it is about. */
export function pointsBack(text: string): boolean {
  return pronoun.test(text) && !standsAlone.some((pattern) => pattern.test(text));
}

/** Whether a sentence sets itself against the one before it or draws on that. */
export function leansBack(text: string): boolean {
  return connective.test(text);
}

/**
 * What a unit takes its meaning from, in reading order: the sentence before it in its paragraph, or the last one of the paragraph before
 * in the same section; and what that points back at in turn. Never hidden or suspicious text.
 */
export function antecedentsOf({ paper, iri, unit }: PlacedUnit): PlacedUnit[] {
  const found: PlacedUnit[] = [];
  if (unit.kind === 'table-row' || unit.kind === 'metadata') return found;
  let at = unit;
  while (found.length < most && (pointsBack(at.text) || (found.length === 0 && leansBack(at.text)))) {
    const previous = paper.before(at) ?? paper.paragraphBefore(at);
    if (!previous || previous.flagged) break;
    found.unshift({ paper, unit: previous, iri: iriOf(iri, unit, previous) });
    at = previous;
  }
  return found;
}

/** Items of a list that come with the sentence before it. */
const mostItems = 3;

/** What a sentence that ends with a colon promises: the first items of the list after it, or the next sentence. */
export function promisedBy({ paper, iri, unit }: PlacedUnit): PlacedUnit[] {
  if (!/:\s*$/u.test(unit.text)) return [];
  const following = paper.following(unit, mostItems).filter(({ flagged }) => !flagged);
  const items = following.findIndex(({ kind }) => kind !== 'item');
  const promised = items < 0 ? following : following.slice(0, Math.max(1, items));
  return promised.map((each) => ({ paper, unit: each, iri: iriOf(iri, unit, each) }));
}

/** The address of another unit of the same paper. */
function iriOf(iri: string, { id }: CitableUnit, other: CitableUnit): string {
  return `${iri.slice(0, iri.length - id.length)}${other.id}`;
}
