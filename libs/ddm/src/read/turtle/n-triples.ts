import { canonicalText, escapeLiteral } from '../../rdf/n-quads.ts';
import { xsd } from '../../rdf/terms.ts';
import type { Part } from './reachable.ts';
import { idOf, type Value } from './triple-graph.ts';

/**
 * N-Triples of a part of a graph, each once, in order of code points: the same part always gives the same bytes. Blank
 * nodes are numbered as the paper leads to them.
 */
export function partTriples({ resources, pointers }: Part): string {
  const blanks = new Map<string, string>();
  const node = (id: string): string => {
    if (!id.startsWith('_:')) return `<${id}>`;
    const name = blanks.get(id) ?? `_:b${blanks.size + 1}`;
    blanks.set(id, name);
    return name;
  };
  const term = (value: Value): string => (value.kind === 'literal' ? literal(value) : node(idOf(value)));
  const lines = resources.flatMap((resource) =>
    [...resource.predicates].flatMap((predicate) =>
      resource.all(predicate).map((value) => `${node(resource.id)} <${predicate}> ${term(value)} .`),
    ),
  );
  for (const { subject, predicate, object } of pointers) {
    lines.push(`${node(subject)} <${predicate}> ${node(object)} .`);
  }
  return canonicalText(lines);
}

function literal({ value, language, datatype = xsd.string }: Value): string {
  const text = `"${escapeLiteral(value)}"`;
  if (language !== undefined) return `${text}@${language}`;
  return datatype === xsd.string ? text : `${text}^^<${datatype}>`;
}
