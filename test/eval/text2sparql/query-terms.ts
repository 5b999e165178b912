import { type QueryStructure, queryStructure, type StructureTerm } from '@askg/graph';

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

export type QueryTerms = { properties: Set<string>; classes: Set<string>; things: Set<string> };

/** The structure of a query; none where it cannot be read, as that of some gold queries. */
export function structureOf(sparql: string): QueryStructure | undefined {
  if (sparql === '') return undefined;
  try {
    return queryStructure(sparql);
  } catch {
    return undefined;
  }
}

/** The properties, classes and named things that a query speaks of. */
export function termsOf({ triples, pathProperties }: QueryStructure): QueryTerms {
  const iris = (terms: readonly StructureTerm[]) => terms.flatMap((term) => (term.kind === 'iri' ? [term.value] : []));
  const plain = triples.filter(({ property }) => property !== rdfType);
  const typed = triples.filter(({ property }) => property === rdfType);
  return {
    properties: new Set([...plain.map(({ property }) => property), ...pathProperties]),
    classes: new Set(iris(typed.map(({ object }) => object))),
    things: new Set(iris(plain.flatMap(({ subject, object }) => [subject, object]))),
  };
}

/** F1 of two sets; nothing for nothing is right. */
export function setF1(found: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (found.size === 0 && right.size === 0) return 1;
  const hits = [...found].filter((each) => right.has(each)).length;
  return (2 * hits) / (found.size + right.size);
}
