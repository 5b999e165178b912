import { type Edit, span } from './edits.ts';
import { isNode, nodesOf, type TreeNode } from './tree.ts';

/**
 * Edits that make Oxigraph do what SPARQL 1.1 says where it does something else. Each gives a query that means the same by
 * the recommendation, so that other engines are not disturbed.
 */
export function repairs(text: string, query: object): Edit[] {
  const edits: Edit[] = [];
  for (const node of nodesOf(query)) {
    if (node.type === 'term' && node.subType === 'literal') edits.push(...lowerCaseBoolean(text, node));
    else if (node.type === 'expression' && node.subType === 'aggregate') edits.push(...plainConcatenation(node));
    else if (node.type === 'expression' && node.subType === 'operation') edits.push(...anyLabel(node));
    else if (node.type === 'pattern' && node.subType === 'optional') edits.push(...keptGroup(node));
  }
  return edits;
}

/** `TRUE` is a boolean (19.8: keywords have no case); Oxigraph reads `true` only. */
function lowerCaseBoolean(text: string, { value, loc }: TreeNode): Edit[] {
  if (typeof value !== 'string' || !/^(?:true|false)$/iu.test(value)) return [];
  const { start, end } = span(loc);
  const words = text.slice(start, end);
  // The place of a literal alone in brackets is that of the brackets.
  return /^[\s(]*(?:true|false)[\s)]*$/iu.test(words) ? [{ start, end, words: words.toLowerCase() }] : [];
}

/**
 * GROUP_CONCAT gives a simple literal (18.5.1.7); Oxigraph keeps a language that all members share. STR stands around the
 * aggregate, not in it, where it would change what DISTINCT takes for the same.
 */
function plainConcatenation({ aggregation, loc }: TreeNode): Edit[] {
  if (aggregation !== 'group_concat') return [];
  const { start, end } = span(loc);
  return [
    { start, end: start, words: 'STR(' },
    { start: end, end, words: ')' },
  ];
}

/**
 * BNODE takes any string (17.4.2.9); Oxigraph takes the string for the label of the node, so that `BNODE("a b")` is an error
 * and a string could hit the label of a node in the graph. A digest is a label whatever the string is.
 */
function anyLabel({ operator, args }: TreeNode): Edit[] {
  const [string, ...others] = nodesIn(args);
  if (operator !== 'bnode' || string === undefined || others.length > 0) return [];
  const { start, end } = span(string['loc']);
  return [
    { start, end: start, words: 'CONCAT("b", MD5(' },
    { start: end, end, words: '))' },
  ];
}

/**
 * `OPTIONAL { { … FILTER … } }`: the filter belongs to the inner group and sees its variables only (18.2.2.6). Oxigraph
 * takes the two groups for one, and the filter for the condition of the OPTIONAL. A subquery of all variables is the
 * same group, and is kept.
 */
function keptGroup({ patterns }: TreeNode): Edit[] {
  const [inner, ...others] = nodesIn(patterns);
  if (inner === undefined || others.length > 0 || inner.subType !== 'group' || !hasFilter(inner)) return [];
  const { start, end } = span(inner['loc']);
  return [
    { start, end: start, words: '{ SELECT * ' },
    { start: end, end, words: ' }' },
  ];
}

function hasFilter(group: TreeNode): boolean {
  const members = nodesIn(group['patterns']);
  const [only] = members;
  if (members.length === 1 && only?.subType === 'group') return hasFilter(only);
  return members.some(({ subType }) => subType === 'filter');
}

function nodesIn(members: unknown): TreeNode[] {
  return Array.isArray(members) ? members.filter(isNode) : [];
}
