import { canonicalText, escapeLiteral } from '../../../rdf/n-quads.ts';
import { xsd } from '../../../rdf/terms.ts';
import { partOf } from '../reachable.ts';
import type { Resource, TripleGraph, Value } from '../triple-graph.ts';

/**
 * What a graph says of a paper as canonical N-Quads in the graph of this name. Blank nodes and texts in a language are not
 * ours, and left out.
 */
export function canonicalLines(graph: TripleGraph, paper: Resource, graphName: string): string {
  const lines = partOf(graph, paper, new Set()).resources.flatMap((resource) =>
    [...resource.predicates].flatMap((predicate) =>
      resource.all(predicate).flatMap((value) => {
        const object = resource.isBlank ? undefined : term(value);
        return object === undefined ? [] : [`<${resource.id}> <${predicate}> ${object} <${graphName}> .`];
      }),
    ),
  );
  return canonicalText(lines);
}

function term({ kind, value, language, datatype = xsd.string }: Value): string | undefined {
  if (kind === 'blank' || language !== undefined) return undefined;
  if (kind === 'iri') return `<${value}>`;
  return `"${escapeLiteral(value)}"${datatype === xsd.string ? '' : `^^<${datatype}>`}`;
}
