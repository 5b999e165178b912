import { sparqlGrammar } from '../guard/grammar.ts';
import { isNode, nodesOf, type TreeNode } from '../guard/tree.ts';
import { readableText } from './readable-text.ts';

/**
 * `pattern` stands for everything else that must be met: a group, a union, a sub-query, a GRAPH. A blank node's properties are
 * one pattern with all that is written beside them.
 */
export type WherePartKind = 'triple' | 'values' | 'bind' | 'filter' | 'optional' | 'minus' | 'subquery' | 'pattern';

/** One condition of the outermost WHERE, as text that can stand in a group of its own. */
export type WherePart = { kind: WherePartKind; text: string; variables: ReadonlySet<string> };

/** What a query asks for, condition by condition. */
export type WhereParts = {
  /** The prefixes and the base that the parts need. */
  prologue: string;
  parts: readonly WherePart[];
  /** Whether groups of solutions are held to a condition too. */
  hasHaving: boolean;
};

/**
 * Takes the WHERE of a query apart, in the order of its text, so that it can be tried piece by piece.
 * @throws GraphError as `guardQuery` does
 */
export function whereParts(sparql: string): WhereParts {
  const { text } = readableText(sparql);
  const tree = sparqlGrammar().parse(text);
  if (tree.type !== 'query') throw new TypeError('The guard lets queries pass only.');
  const where = 'where' in tree && isNode(tree.where) ? tree.where : undefined;
  const patterns = where === undefined ? [] : (where['patterns'] as unknown as TreeNode[]);
  const ends = (tree.context as readonly object[]).map((node) => spanOf(node)?.end ?? 0);
  const { having } = tree.solutionModifiers;
  return {
    prologue: text.slice(0, Math.max(0, ...ends)),
    parts: patterns.flatMap((pattern) => partsOf(pattern, text)),
    hasHaving: having !== undefined,
  };
}

function partsOf(pattern: TreeNode, text: string): WherePart[] {
  if (pattern.subType === 'bgp') return triplesOf(pattern, text) ?? [wholeBlock(pattern, text)];
  return [partOf(kindOf(pattern), pattern, text)];
}

function kindOf(pattern: TreeNode): WherePartKind {
  switch (pattern.subType) {
    case 'values':
    case 'bind':
    case 'filter':
    case 'optional':
    case 'minus':
      return pattern.subType;
    default:
      return holdsQuery(pattern) ? 'subquery' : 'pattern';
  }
}

function holdsQuery(pattern: TreeNode): boolean {
  const inner = pattern['patterns'];
  return Array.isArray(inner) && inner.length === 1 && isNode(inner[0]) && inner[0].type === 'query';
}

/** The triples of a block, each written out; undefined when blank nodes hold some of them together. */
function triplesOf(block: TreeNode, text: string): WherePart[] | undefined {
  const triples = block['triples'] as TreeNode[];
  const isPlain = triples.every(
    ({ type, subject, object }) => type === 'triple' && [subject, object].every((term) => isNode(term) && isName(term)),
  );
  if (!isPlain) return undefined;
  let subject = '';
  return triples.map((triple) => {
    // After a semicolon or a comma the subject is the one that was written last.
    subject = sourceOf(triple['subject'], text) ?? subject;
    const rest = ['predicate', 'object'].map((role) => sourceOf(triple[role], text) ?? '');
    return { kind: 'triple', text: `${[subject, ...rest].join(' ')} .`, variables: variablesOf(triple) };
  });
}

/** From its first triple to its last: the parser's own span of a block stops at the first full stop behind a bracket. */
function wholeBlock(block: TreeNode, text: string): WherePart {
  const spans = (block['triples'] as TreeNode[]).flatMap((triple) => spanOf(triple) ?? []);
  const from = Math.min(...spans.map(({ start }) => start));
  const to = Math.max(...spans.map(({ end }) => end));
  return { kind: 'pattern', text: text.slice(from, to), variables: variablesOf(block) };
}

function isName({ type, subType }: TreeNode): boolean {
  return type === 'term' && subType !== 'blankNode';
}

function partOf(kind: WherePartKind, node: TreeNode, text: string): WherePart {
  return { kind, text: sourceOf(node, text) ?? '', variables: variablesOf(node) };
}

function variablesOf(node: TreeNode): ReadonlySet<string> {
  const variables = [...nodesOf(node)].filter(({ subType }) => subType === 'variable');
  return new Set(variables.map(({ value }) => String(value)));
}

function sourceOf(node: unknown, text: string): string | undefined {
  const span = isNode(node) ? spanOf(node) : undefined;
  return span && text.slice(span.start, span.end);
}

function spanOf(node: object): { start: number; end: number } | undefined {
  const loc = 'loc' in node ? node.loc : undefined;
  if (typeof loc !== 'object' || loc === null || !('start' in loc) || !('end' in loc)) return undefined;
  return typeof loc.start === 'number' && typeof loc.end === 'number' ? { start: loc.start, end: loc.end } : undefined;
}
