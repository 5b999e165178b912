import { sparqlGrammar } from '../guard/grammar.ts';
import { iriResolver } from '../guard/prologue.ts';
import { nodesOf, type TreeNode } from '../guard/tree.ts';

/*
 * The one statement that stands in a server beside the papers: which state of the projection it holds. It is not for
 * queries. A server's union default graph shows it all the same, so that a query that could match it is given the graphs of
 * the papers one by one; all others, which are nearly all, are not.
 */

/** UTF-16 units of a query up to which it is looked into: reading takes time. */
const longest = 4000;

type Iri = Parameters<ReturnType<typeof iriResolver>>[0];

/** Name of the graph that holds the statement, and its subject. No paper's graph can have it: keys hold a dot. */
export function bookkeepingGraph(base: string): string {
  return `${base}graph/projection`;
}

function epochProperty(base: string): string {
  return `${bookkeepingGraph(base)}#epoch`;
}

export function epochTriple(base: string, epoch: string): string {
  return `<${bookkeepingGraph(base)}> <${epochProperty(base)}> ${JSON.stringify(epoch)} .\n`;
}

export function epochQuery(base: string): string {
  const graph = bookkeepingGraph(base);
  return `SELECT ?epoch { GRAPH <${graph}> { <${graph}> <${epochProperty(base)}> ?epoch } }`;
}

/** Whether the statement stands. */
export function epochExistsQuery(base: string): string {
  const graph = bookkeepingGraph(base);
  return `ASK { GRAPH <${graph}> { <${graph}> <${epochProperty(base)}> ?epoch } }`;
}

/** Whether the server shows named graphs in its default graph. Only once the statement stands. */
export function unionQuery(base: string): string {
  return `ASK { <${bookkeepingGraph(base)}> <${epochProperty(base)}> ?epoch }`;
}

/**
 * Whether a query may match the statement, or see its graph. It errs on the side of yes.
 * @param text a query that passed the guard
 */
export function maySeeBookkeeping(text: string, base: string): boolean {
  if (text.length > longest) return true;
  const query = sparqlGrammar().parse(text);
  if (query.type !== 'query') return true;
  const resolve = iriResolver(query.context);
  for (const node of nodesOf(query)) {
    if (node.type === 'triple' && mayMatch(node)) return true;
    if (node.type === 'pattern' && node.subType === 'graph' && isOpen(node['name']) && isEmpty(node)) return true;
    const isIri = node.type === 'term' && node.subType === 'namedNode';
    if (isIri && resolve(node as unknown as Iri).startsWith(bookkeepingGraph(base))) return true;
  }
  return false;
}

function mayMatch({ subject, predicate, object }: TreeNode): boolean {
  if (!isOpen(subject) || (!isOpen(object) && !isLiteral(object))) return false;
  return isOpen(predicate) || (isNodeOf(predicate, 'path') && mayMatchAnything(predicate));
}

/** A path of no steps matches every node, one that excludes properties every other property. */
function mayMatchAnything(path: TreeNode): boolean {
  return [...nodesOf(path)].some(({ type, subType }) => type === 'path' && /^[*?!]$/.test(subType ?? ''));
}

/** A variable, a blank node, or what stands for one. */
function isOpen(value: unknown): boolean {
  if (isNodeOf(value, 'tripleCollection')) return true;
  return isNodeOf(value, 'term') && (value.subType === 'variable' || value.subType === 'blankNode');
}

function isLiteral(value: unknown): boolean {
  return isNodeOf(value, 'term') && value.subType === 'literal';
}

function isNodeOf(value: unknown, type: string): value is TreeNode {
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === type;
}

/** No triple has to match: an empty group, or one of further patterns that may be empty themselves. */
function isEmpty(node: TreeNode): boolean {
  return ![...nodesOf(node)].some(({ type }) => type === 'triple');
}
