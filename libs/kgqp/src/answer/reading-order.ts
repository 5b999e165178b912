import type { EvidenceUnit } from '../evidence/evidence.ts';
import type { CitableUnit } from '../evidence/citable-unit.ts';
import type { PlacedUnit } from '../evidence/corpus-view.ts';
import { isSubset } from '../evidence/word-sets.ts';
import { stemsOf } from '../evidence/words.ts';

/** Openings that point back at the sentence before, also after a first word: without it a reader does not know what is meant. */
const pointsBack =
  /^(?:\p{L}+,\s+)?(?:this|these|those|it|its|they|their|such|he|she|both|the (?:former|latter)|for (?:this|these|that)|in (?:this|these) \p{L}+)\b/iu;

/** Neighbours that one sentence may bring along. */
const mostNeighbours = 2;

/** The question asks what something is, or to define it. */
const asksDefinition =
  /^(?:what|who)\s+(?:is|are|was|were)\s+(?:an?\s+|the\s+)?(.+?)\W*$|^(?:define|explain)\s+(.+?)\W*$/i;

/**
 * Units in an order to be read: papers by their best unit, within a paper as the paper has them. A sentence that defines
 * what was asked for comes first, and one that points back gets its neighbour before it.
 * @param chosen best first
 */
export function readingOrder(question: string, chosen: readonly EvidenceUnit[]): PlacedUnit[] {
  const papers = [...new Set(chosen.map(({ placed }) => placed.paper))];
  const placed = chosen.map((unit) => unit.placed);
  const ordered = papers.flatMap((paper) =>
    placed.filter((unit) => unit.paper === paper).toSorted((a, b) => a.unit.order - b.unit.order),
  );
  return withNeighbours(definitionFirst(question, ordered));
}

function definitionFirst(question: string, units: readonly PlacedUnit[]): PlacedUnit[] {
  const [, what, that] = asksDefinition.exec(question) ?? [];
  const term = what ?? that;
  if (term === undefined) return [...units];
  const wanted = stemsOf(term);
  const definition = units.find(({ unit }) => {
    const subject = /^(.{1,80}?)\s(?:is|are|refers? to|denotes?)\s/.exec(unit.text)?.[1];
    return subject !== undefined && isSubset(wanted, stemsOf(subject));
  });
  return definition === undefined ? [...units] : [definition, ...units.filter((unit) => unit !== definition)];
}

function withNeighbours(units: readonly PlacedUnit[]): PlacedUnit[] {
  const ordered: PlacedUnit[] = [];
  for (const placed of units) {
    const isThere = (unit: CitableUnit): boolean => [...units, ...ordered].some((each) => each.unit === unit);
    ordered.push(...neighboursOf(placed, isThere), placed);
  }
  return ordered;
}

/** What a sentence points back at, and what that points back at, in their order. */
function neighboursOf(placed: PlacedUnit, isThere: (unit: CitableUnit) => boolean): PlacedUnit[] {
  const neighbours: PlacedUnit[] = [];
  let { unit } = placed;
  while (pointsBack.test(unit.text) && neighbours.length < mostNeighbours) {
    const before = placed.paper.before(unit);
    if (!before || before.flagged || isThere(before)) break;
    neighbours.unshift({ paper: placed.paper, unit: before, iri: iriOf(placed, before.id) });
    unit = before;
  }
  return neighbours;
}

/** The address of another unit of the same paper. */
function iriOf({ iri, unit }: PlacedUnit, id: string): string {
  return `${iri.slice(0, iri.length - unit.id.length)}${id}`;
}
