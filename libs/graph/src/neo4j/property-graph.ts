import { parseQuads, rdf, xsd } from '@askg/ddm';
import { labelOf, localName, relationshipType, termValue } from './names.ts';

export type PropertyValue = string | number | boolean | (string | number | boolean)[];
export type GraphNode = { iri: string; labels: string[]; properties: Record<string, PropertyValue> };
export type GraphRelationship = { from: string; type: string; to: string };
export type PropertyGraph = { nodes: GraphNode[]; relationships: GraphRelationship[] };

type Scalar = string | number | boolean;
type Quad = ReturnType<typeof parseQuads>[number];

const numeric = new Set<string>([xsd.integer, xsd.double]);

/**
 * A named graph as nodes and relationships. A resource becomes a node with its classes as labels and its literals as
 * properties; a statement between two resources becomes a relationship; a term of a vocabulary (role, type, function) becomes
 * a property, since one filters by it. Several values of one property are a list. Order follows from the statements.
 * @param nquads one named graph in N-Quads
 */
export function propertyGraph(nquads: string): PropertyGraph {
  const subjects = new Map<string, { labels: Set<string>; values: Map<string, Scalar[]> }>();
  const relationships: GraphRelationship[] = [];
  for (const quad of parseQuads(nquads, 'application/n-quads')) {
    const from = quad.subject.value;
    const node = subjects.get(from) ?? { labels: new Set(), values: new Map() };
    subjects.set(from, node);
    const predicate = quad.predicate.value;
    if (predicate === rdf.type) {
      const label = labelOf(quad.object.value);
      if (label !== undefined) node.labels.add(label);
      continue;
    }
    const value = valueOf(quad);
    if (value === undefined) {
      const type = relationshipType(predicate);
      if (type !== undefined) relationships.push({ from, type, to: quad.object.value });
    } else {
      const key = localName(predicate);
      if (key !== undefined) node.values.set(key, [...(node.values.get(key) ?? []), value]);
    }
  }
  const nodes: GraphNode[] = [];
  for (const [iri, { labels, values }] of subjects) {
    // What is described elsewhere, and only linked here, is the other graph's node.
    if (labels.size === 0) continue;
    nodes.push({ iri, labels: [...labels].toSorted(), properties: Object.fromEntries([...values].map(property)) });
  }
  return { nodes, relationships };
}

/** The value of a statement that becomes a property; nothing for a statement about two resources. */
function valueOf({ object }: Quad): Scalar | undefined {
  if (object.termType !== 'Literal') return termValue(object.value);
  if (numeric.has(object.datatype.value)) return Number(object.value);
  return object.datatype.value === xsd.boolean ? object.value === 'true' : object.value;
}

/** Lists in Neo4j hold one type. */
function property([key, values]: [string, Scalar[]]): [string, PropertyValue] {
  const [first] = values;
  if (first !== undefined && values.length === 1) return [key, first];
  const isMixed = values.some((value) => typeof value !== typeof first);
  return [key, isMixed ? values.map(String) : values];
}
