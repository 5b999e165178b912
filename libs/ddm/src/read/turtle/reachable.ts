import { rdf } from '../../rdf/terms.ts';
import type { Resource, TripleGraph } from './triple-graph.ts';
import { askg, narrower } from './vocabularies.ts';

/** What a paper's part of a graph is made of: resources told of in full, and single statements that point at them. */
export type Part = { resources: Resource[]; pointers: { subject: string; predicate: string; object: string }[] };

/** A class leads back to all that was ever put under it, in any paper. */
const barred: ReadonlySet<string> = new Set([rdf.type, narrower]);
const holding: ReadonlySet<string> = new Set(askg('contains', 'hasExcerpt'));

/**
 * Everything that a paper leads to, and which other papers hold some of it too: that an excerpt is shared can only
 * be told from the other's statement. Never enters another paper.
 */
export function partOf(graph: TripleGraph, paper: Resource, papers: ReadonlySet<string>): Part {
  const inside = new Map<string, Resource>([[paper.id, paper]]);
  // A map that grows while it is walked gives also what comes in.
  for (const resource of inside.values()) {
    for (const predicate of resource.predicates) {
      if (barred.has(predicate)) continue;
      for (const next of graph.linked(resource, predicate)) {
        if (!papers.has(next.id)) inside.set(next.id, next);
      }
    }
  }
  const pointers = [...inside.keys()].flatMap((object) =>
    graph
      .pointersTo(object)
      .filter(({ subject, predicate }) => holding.has(predicate) && !inside.has(subject))
      .map((pointer) => ({ ...pointer, object })),
  );
  return { resources: [...inside.values()], pointers };
}
