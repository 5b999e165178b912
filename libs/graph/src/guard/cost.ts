import type { Query } from '@traqula/rules-sparql-1-1';
import { isNode, nodesOf, type TreeNode } from './tree.ts';

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const mostTriples = 16;
const mostOperators = 16;
const mostValues = 100;
/** Functions that make long strings of short ones, or long work of short patterns. */
const growing = new Set(['concat', 'replace', 'regex', 'encode_for_uri']);

/**
 * A query is cheap when each of its triple patterns can be reached from one constant subject or object, by variables that
 * the patterns share, and nothing in it is unbounded: no path, no sub-query, no long list, no growing string. A class is
 * no such constant: it has too many members.
 * The rule reads the whole query as one scope, which is right often enough to choose a queue by.
 */
export function costOf(query: Query): 'cheap' | 'normal' {
  const lists: string[][] = [];
  let operators = 0;
  let values = 1;
  for (const node of nodesOf(query)) {
    if (node.type === 'path' && (node.subType === '*' || node.subType === '+' || node.subType === '!')) return 'normal';
    if (node.type === 'query' && node !== (query as unknown)) return 'normal';
    if (node.type === 'expression') {
      operators += 1;
      if (growing.has(String(node['operator'])) || node['aggregation'] === 'group_concat') return 'normal';
    }
    if (node.type === 'pattern' && node.subType === 'values') {
      lists.push((node['variables'] as { value: string }[]).map(({ value }) => `?${value}`));
      values *= (node['values'] as unknown[]).length;
    }
  }
  const triples = triplesOf(query).map(({ subject, object, node }) => ({
    terms: [nameOf(subject), nameOf(object)].filter((name) => name !== undefined),
    anchored: isConstant(subject) || (isConstant(object) && !isTyping(node)),
  }));
  if (triples.length > mostTriples || operators > mostOperators || values > mostValues) return 'normal';
  if (!isOnePiece([...triples.map(({ terms }) => terms), ...lists])) return 'normal';
  if (!isReached(triples, new Set(lists.flat()))) return 'normal';
  return query.subType === 'describe' && query.where === undefined && query.variables.length > mostTriples
    ? 'normal'
    : 'cheap';
}

/** Whether a query is cheap whatever the data are: no more than two patterns, from a known subject onwards. */
export function isPointQuery(query: Query): boolean {
  if (costOf(query) !== 'cheap') return false;
  const known = new Set<string>();
  let triples = 0;
  for (const { subject, object } of triplesOf(query).toSorted(byConstantSubject)) {
    triples += 1;
    if (!isConstant(subject) && !known.has(nameOf(subject) ?? '')) return false;
    known.add(nameOf(object) ?? '');
  }
  return triples <= 2;
}

function byConstantSubject(a: Triple, b: Triple): number {
  return Number(isConstant(b.subject)) - Number(isConstant(a.subject));
}

/** Whether all patterns can be reached from constants and from what is known already. */
function isReached(triples: readonly { terms: string[]; anchored: boolean }[], known: Set<string>): boolean {
  for (let waiting = triples; waiting.length > 0;) {
    const reached = waiting.filter((triple) => triple.anchored || triple.terms.some((term) => known.has(term)));
    if (reached.length === 0) return false;
    for (const triple of reached) for (const term of triple.terms) known.add(term);
    waiting = waiting.filter((triple) => !reached.includes(triple));
  }
  return true;
}

/** Whether the groups hang together by the names they share; two pieces would be multiplied with one another. */
function isOnePiece(groups: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = groups.filter(({ length }) => length > 0);
  const piece = new Set(first);
  for (let waiting = others; waiting.length > 0;) {
    const touching = waiting.filter((group) => group.some((name) => piece.has(name)));
    if (touching.length === 0) return false;
    for (const name of touching.flat()) piece.add(name);
    waiting = waiting.filter((group) => !touching.includes(group));
  }
  return true;
}

type Triple = { subject: TreeNode; object: TreeNode; node: TreeNode };

function triplesOf(query: Query): Triple[] {
  const triples: Triple[] = [];
  for (const node of nodesOf(query.where ?? {})) {
    const { subject, object } = node;
    if (node.type === 'triple' && isNode(subject) && isNode(object)) triples.push({ subject, object, node });
  }
  return triples;
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
