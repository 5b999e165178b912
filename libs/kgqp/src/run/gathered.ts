import type { Degraded, Link, ModelUse, SparqlRun } from '@askg/contract';
import type { RankedPassage } from '@askg/retrieval';

/** What was found for a question, besides what is said of it. */
export type Gathered = {
  links: Link[];
  queries: SparqlRun[];
  passages: RankedPassage[];
  /** The models that took part in finding them. */
  models: ModelUse[];
  degraded: Degraded[];
};

export function nothingGathered(): Gathered {
  return { links: [], queries: [], passages: [], models: [], degraded: [] };
}

/** All that was found for several questions, in their order; what they share is told once. */
export function gatherAll(each: readonly Gathered[]): Gathered {
  return {
    links: distinct(each.flatMap(({ links }) => links)),
    // Rows point at their query by its position, so a query that two questions ran stays in both places.
    queries: each.flatMap(({ queries }) => queries),
    passages: best(each.map(({ passages }) => passages)),
    models: distinct(each.flatMap(({ models }) => models)),
    degraded: distinct(each.flatMap(({ degraded }) => degraded)),
  };
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** The passages of several searches by turns: the first of each, the second of each, and so on, none twice. */
function best(searches: readonly (readonly RankedPassage[])[]): RankedPassage[] {
  const longest = Math.max(0, ...searches.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_, i) => searches.flatMap((passages) => passages[i] ?? []));
  const seen = new Set<string>();
  return turns.flat().filter(({ iri }) => !seen.has(iri) && seen.add(iri));
}
