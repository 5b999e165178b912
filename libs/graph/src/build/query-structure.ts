import { rdf } from '@askg/ddm';
import { sparqlGrammar } from '../guard/grammar.ts';
import type { QueryForm } from '../guard/guarded-query.ts';
import { iriResolver } from '../guard/prologue.ts';
import { isNode, nodesOf, type TreeNode } from '../guard/tree.ts';
import { readableText } from './readable-text.ts';

export type StructureTerm = { kind: 'variable' | 'iri' | 'literal' | 'blank'; value: string };

/** A triple pattern whose predicate is one property; one that is read backwards in a path is turned round here. */
export type StructureTriple = {
  subject: StructureTerm;
  property: string;
  object: StructureTerm;
  /** Offset of the predicate in the text, where it stands there as a plain property. */
  at?: number;
};

/** What a query says, for checks against a schema. */
export type QueryStructure = {
  /** The text that offsets count in: with missing well-known prefixes added. */
  text: string;
  form: QueryForm;
  triples: readonly StructureTriple[];
  /** Properties that stand in longer paths. */
  pathProperties: readonly string[];
  /** Variables of the outermost SELECT. */
  projected: readonly string[];
  /** Variables that some pattern, VALUES, BIND or sub-query can bind. */
  bound: ReadonlySet<string>;
  /** Constants that stand as subjects, objects and values, without the classes of `a`. */
  constants: ReadonlySet<string>;
  /** Whether its rows are bounded: by a LIMIT, or by being a single answer. */
  isBounded: boolean;
};

/**
 * Parses a query, after the guard has let it pass.
 * @throws GraphError as `guardQuery` does
 */
export function queryStructure(sparql: string): QueryStructure {
  const { text, form } = readableText(sparql);
  const tree = sparqlGrammar().parse(text);
  if (tree.type !== 'query') throw new TypeError('The guard lets queries pass only.');
  const resolve = iriResolver(tree.context);
  const iriOf = (node: TreeNode) => resolve(node as unknown as Parameters<typeof resolve>[0]);
  const triples: StructureTriple[] = [];
  const pathProperties: string[] = [];
  const bound = new Set<string>();
  const constants = new Set<string>();
  const where = 'where' in tree && tree.where !== undefined ? tree.where : {};
  for (const node of nodesOf(where)) {
    if (node.type === 'triple') readTriple(node, iriOf, triples, pathProperties);
    for (const name of boundBy(node)) bound.add(name);
    for (const iri of constantsOf(node, iriOf)) constants.add(iri);
  }
  const variables = 'variables' in tree ? (tree.variables as readonly unknown[]) : [];
  const projected = variables.flatMap(projectedName);
  const { limitOffset, group } = tree.solutionModifiers;
  const isSingle = form === 'ask' || (group === undefined && variables.some(isAggregate));
  const isBounded = isSingle || limitOffset?.limit !== undefined;
  return { text, form, triples, pathProperties, projected, bound, constants, isBounded };
}

type IriOf = (node: TreeNode) => string;

function readTriple(node: TreeNode, iriOf: IriOf, triples: StructureTriple[], pathProperties: string[]): void {
  const { subject, predicate, object } = node;
  if (!isNode(subject) || !isNode(predicate) || !isNode(object)) return;
  const from = termOf(subject, iriOf);
  const to = termOf(object, iriOf);
  if (predicate.subType === 'namedNode') {
    const at = offsetOf(predicate);
    triples.push({ subject: from, property: iriOf(predicate), object: to, ...(at === undefined ? {} : { at }) });
    return;
  }
  const [only] = predicate.subType === '^' ? (predicate['items'] as TreeNode[]) : [];
  if (only?.subType === 'namedNode') triples.push({ subject: to, property: iriOf(only), object: from });
  else if (predicate.type === 'path') {
    for (const part of nodesOf(predicate)) if (part.subType === 'namedNode') pathProperties.push(iriOf(part));
  }
}

function termOf(node: TreeNode, iriOf: IriOf): StructureTerm {
  if (node.subType === 'variable') return { kind: 'variable', value: String(node['value']) };
  if (node.subType === 'namedNode') return { kind: 'iri', value: iriOf(node) };
  if (node.subType === 'literal') return { kind: 'literal', value: String(node['value']) };
  return { kind: 'blank', value: typeof node['label'] === 'string' ? node['label'] : '' };
}

function offsetOf(node: TreeNode): number | undefined {
  const { loc } = node;
  return typeof loc === 'object' && loc !== null && 'start' in loc && typeof loc.start === 'number'
    ? loc.start
    : undefined;
}

/** Variables that a node binds: those of triples, VALUES, and AS. */
function boundBy(node: TreeNode): string[] {
  if (node.type === 'triple') {
    return [node['subject'], node['predicate'], node['object']].flatMap((term) =>
      isNode(term) && term.subType === 'variable' ? [String(term['value'])] : [],
    );
  }
  if (node.subType === 'values') return (node['variables'] as TreeNode[]).map((variable) => String(variable['value']));
  if (node.subType === 'bind' && isNode(node['variable'])) return [String(node['variable']['value'])];
  return [];
}

function constantsOf(node: TreeNode, iriOf: IriOf): string[] {
  const { subject, predicate, object } = node;
  const isIri = (term: unknown): term is TreeNode => isNode(term) && term.subType === 'namedNode';
  if (node.subType === 'values') return (node['values'] as object[]).flatMap(Object.values).filter(isIri).map(iriOf);
  if (node.type !== 'triple') return [];
  const isOfClass = isIri(predicate) && iriOf(predicate) === rdf.type;
  return [subject, ...(isOfClass ? [] : [object])].filter(isIri).map(iriOf);
}

/** Whether a projected expression holds an aggregate, so that without groups there is one row. */
function isAggregate(node: unknown): boolean {
  return isNode(node) && [...nodesOf(node)].some(({ subType }) => subType === 'aggregate');
}

function projectedName(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.subType === 'variable') return [String(node['value'])];
  return [];
}
