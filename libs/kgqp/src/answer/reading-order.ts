import { antecedentsOf, promisedBy } from '../evidence/antecedents.ts';
import type { PlacedUnit } from '../evidence/corpus-view.ts';
import type { EvidenceUnit } from '../evidence/evidence.ts';
import type { Quote } from '../evidence/quote.ts';
import { isSubset } from '../evidence/word-sets.ts';
import { stemsOf } from '../evidence/words.ts';

/** A unit in its place of an answer, and the other places that say the same. */
export type OrderedUnit = PlacedUnit & { same: readonly Quote[] };

/** The question asks what something is, or to define it. */
const asksDefinition =
  /^(?:what|who)\s+(?:is|are|was|were)\s+(?:an?\s+|the\s+)?(.+?)\W*$|^(?:define|explain)\s+(.+?)\W*$/i;

/**
 * Units in an order to be read: papers by their best unit, within a paper as the paper has them. A sentence that defines
 * what was asked for comes first, one that points back gets its neighbour before it, and one that
 * ends with a colon what it promises after it.
 * @param chosen best first
 */
export function readingOrder(question: string, chosen: readonly EvidenceUnit[]): OrderedUnit[] {
  const papers = [...new Set(chosen.map(({ placed }) => placed.paper))];
  const placed = chosen.map((unit): OrderedUnit => ({ ...unit.placed, same: unit.same ?? [] }));
  const ordered = papers.flatMap((paper) =>
    placed.filter((unit) => unit.paper === paper).toSorted((a, b) => a.unit.order - b.unit.order),
  );
  return withNeighbours(definitionFirst(question, ordered));
}

function definitionFirst(question: string, units: readonly OrderedUnit[]): OrderedUnit[] {
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

function withNeighbours(units: readonly OrderedUnit[]): OrderedUnit[] {
  const ordered: OrderedUnit[] = [];
  const missing = (placed: readonly PlacedUnit[]): OrderedUnit[] =>
    placed
      .filter(({ iri }) => [...units, ...ordered].every((each) => each.iri !== iri))
      .map((unit) => ({ ...unit, same: [] }));
  for (const placed of units) {
    ordered.push(...missing(antecedentsOf(placed)), placed);
    ordered.push(...missing(promisedBy(placed)));
  }
  return ordered;
}
