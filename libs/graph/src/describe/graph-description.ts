/** What people call a term, and what they say of it. Texts in English, or without a language, stand first. */
export type DescribedTerm = { iri: string; labels: readonly string[]; comments: readonly string[] };

/** What stands at the other end of a property: nodes of a class, nodes without one (rdfs:Resource), or values of a datatype. */
export type ValueKind = { iri: string; isLiteral: boolean; triples: number };

/** How the nodes of one class use one property. */
export type PropertyShape = {
  property: string;
  triples: number;
  /** Nodes that have it. */
  subjects: number;
  /** Different values. */
  objects: number;
  kinds: readonly ValueKind[];
  /** At most three of its values. */
  samples: readonly string[];
  /** No node has two values. */
  isFunctional: boolean;
};

export type ClassShape = DescribedTerm & {
  entities: number;
  /** Classes that the graph says it is a part of. */
  parents: readonly string[];
  properties: readonly PropertyShape[];
  /** The shape is that of this many nodes, because all of them were too many. */
  sampled?: number;
};

export type DescribedProperty = DescribedTerm & {
  triples: number;
  /** Of rdfs:domain and schema:domainIncludes. */
  domains: readonly string[];
  ranges: readonly string[];
};

/** A part of a description that could not be had. */
export type MissingPart = { part: string; reason: string };

/** What a graph is made of, as the graph itself shows it. */
export type GraphDescription = {
  schema: 'askg.graph-description/1';
  /** Address of the endpoint, or name of the file. */
  source: string;
  /** When it was made, in ISO 8601. */
  described: string;
  triples?: number;
  classes: readonly ClassShape[];
  properties: readonly DescribedProperty[];
  /** Namespaces of the terms that are used. */
  vocabularies: readonly string[];
  missing: readonly MissingPart[];
};

export const resourceKind = 'http://www.w3.org/2000/01/rdf-schema#Resource';
