import type { Query } from '@traqula/rules-sparql-1-1';
import { isNode, nodesOf, type TreeNode } from './tree.ts';

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const mostTriples = 16;

/**
 * A query is cheap when each of its triple patterns can be reached from a constant subject or object, by variables that
 * the patterns share, and no path is unbounded. A class is no such constant: it has too many members.
 * The rule reads the whole query as one scope, which is right often enough to choose a queue by.
 */
export function costOf(query: Query): 'cheap' | 'normal' {
  const triples: { terms: string[]; anchored: boolean }[] = [];
  const known = new Set<string>();
  for (const node of nodesOf(query.where ?? {})) {
    if (node.type === 'path' && (node.subType === '*' || node.subType === '+' || node.subType === '!')) return 'normal';
    if (node.type === 'pattern' && node.subType === 'values') {
      for (const variable of node['variables'] as { value: string }[]) known.add(`?${variable.value}`);
    }
    if (node.type !== 'triple') continue;
    const subject = node['subject'];
    const object = node['object'];
    if (!isNode(subject) || !isNode(object)) return 'normal';
    triples.push({
      terms: [nameOf(subject), nameOf(object)].filter((name) => name !== undefined),
      anchored: isConstant(subject) || (isConstant(object) && !isTyping(node)),
    });
  }
  if (triples.length > mostTriples) return 'normal';
  for (let waiting = triples; waiting.length > 0;) {
    const reached = waiting.filter((triple) => triple.anchored || triple.terms.some((term) => known.has(term)));
    if (reached.length === 0) return 'normal';
    for (const triple of reached) for (const term of triple.terms) known.add(term);
    waiting = waiting.filter((triple) => !reached.includes(triple));
  }
  return query.subType === 'describe' && query.where === undefined && query.variables.length > mostTriples
    ? 'normal'
    : 'cheap';
}

function isConstant(term: TreeNode): boolean {
  return term.subType === 'namedNode' || term.subType === 'literal';
}

function isTyping(triple: TreeNode): boolean {
  const predicate = triple['predicate'];
  if (!isNode(predicate) || predicate.subType === 'variable') return true;
  return predicate['value'] === rdfType || (predicate['prefix'] === 'rdf' && predicate['value'] === 'type');
}

function nameOf(term: TreeNode): string | undefined {
  if (term.subType === 'variable') return `?${String(term['value'])}`;
  if (term.subType === 'blankNode') return `_:${String(term['label'])}`;
  const identifier = term['identifier'];
  return isNode(identifier) ? nameOf(identifier) : undefined;
}
