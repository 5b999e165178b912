import type { CitablePaper } from '../evidence/citable-paper.ts';
import type { CitableUnit } from '../evidence/citable-unit.ts';
import { wordsOf } from '../evidence/words.ts';
import type { TextSigns } from './aspect.ts';
import { shortTitle } from './short-title.ts';

/** From this score on a unit tells of an aspect, and from the second it does so plainly. */
export const tellsAt = 1.1;
export const plainlyAt = 1.5;

const pointsBack =
  /^(?:\p{L}+,\s+)?(?:this|these|those|it|its|they|their|such|he|she|both|the (?:former|latter)|for (?:this|these|that)|in (?:this|these) \p{L}+|another|other|second|third|finally)\b/iu;
/** The paper speaks of itself. */
const own =
  /\b(?:we|our)\b|\bthis (?:\p{L}+[ -]){0,2}?(?:papers?|articles?|study|work|course|tutorial|package|tool|library|framework|workshop|book|project|software|material|module|resource|program)\b|\b(?:the|these) (?:\p{L}+[ -]){0,2}?(?:courses?|tutorials?|workshops?|books?|materials?|modules?|project|program)\b/iu;
const citesOthers = /\((?:e\.g\.,? )?\p{Lu}[\p{L}’'-]+(?: et al\.| & \p{Lu}\p{L}+)?,? \d{4}|\[\d+(?:[,–-]\s?\d+)*\]/u;

const weights = {
  weak: 0.25,
  place: 0.35,
  entity: 0.2,
  outright: 0.35,
  against: 0.3,
  summary: 0.1,
  own: 0.25,
  again: 0.1,
  pointsBack: 0.3,
  short: 0.6,
  long: 0.15,
  cites: 0.1,
  thanks: 1,
  float: 0.3,
  fragment: 0.35,
  others: 0.4,
};

/** What the graph knows that speaks for units: names of entities. */
export type KnownNames = readonly string[];

/** How far a unit tells of an aspect: about 0 to 2. Weights were chosen on the development questions. */
export function scoreUnit(unit: CitableUnit, signs: TextSigns, paper: CitablePaper, names: KnownNames = []): number {
  const { text, kind, role, section = '' } = unit;
  if (kind === 'metadata' || unit.flagged || text.includes('\n')) return 0;
  const strong = [...text.matchAll(new RegExp(signs.strong.source, `${signs.strong.flags}g`))];
  if (strong.length === 0 || signs.needs?.test(text) === false) return 0;
  const isPlaced =
    (role !== undefined && signs.roles?.includes(role) === true) || signs.heading?.test(section) === true;
  const words = wordsOf(text).length;
  const isOwn = own.test(text) || text.includes(shortTitle(paper.title));
  const isOfOthers = !isOwn && (role === 'introduction' || role === 'related-work');
  return (
    1 +
    (strong.length > 1 ? weights.again : 0) +
    (signs.weak?.test(text) === true ? weights.weak : 0) +
    (signs.outright?.test(text) === true ? weights.outright : 0) +
    (isPlaced ? weights.place : 0) +
    (names.some((name) => text.includes(name)) ? weights.entity : 0) +
    (role === 'abstract' || /^(?:summary|abstract)\b/iu.test(section) ? weights.summary : 0) +
    (isOwn ? weights.own : 0) -
    (signs.against?.test(text) === true ? weights.against : 0) -
    (pointsBack.test(text) ? weights.pointsBack : 0) -
    (isOfOthers && signs.isOfOthers !== true ? weights.others : 0) -
    (words < 5 ? weights.short : 0) -
    (/^\P{Ll}/u.test(text.replace(/^[‘’“”'"(]+/u, '')) ? 0 : weights.fragment) -
    (words > 50 ? weights.long : 0) -
    (citesOthers.test(text) ? weights.cites : 0) -
    (role === 'acknowledgement' && signs.roles?.includes('acknowledgement') !== true ? weights.thanks : 0) -
    (kind === 'caption' || kind === 'table-row' ? weights.float : 0)
  );
}
