import type { Quad, Term } from '@rdfjs/types';
import { namespaces } from '@askg/ddm';

/** A class, property or concept of the vocabulary, as its page shows it. */
export type VocabularyTerm = {
  iri: string;
  /** Name below the namespace; the anchor on the page. */
  name: string;
  label: string;
  comment: string;
  superTerms: readonly string[];
  domain: readonly string[];
  range: readonly string[];
  /** Terms of other vocabularies that mean the same or nearly the same. */
  related: readonly string[];
  fileOnly: boolean;
};

export type Vocabulary = {
  /** Its terms are this, followed by their names. */
  namespace: string;
  label: string;
  version: string;
  comment: string;
  classes: readonly VocabularyTerm[];
  properties: readonly VocabularyTerm[];
  concepts: readonly VocabularyTerm[];
};

const owl = 'http://www.w3.org/2002/07/owl#';
const skos = 'http://www.w3.org/2004/02/skos/core#';
const { ddm, rdf, rdfs } = namespaces;

/**
 * The vocabulary's own terms in the statements of the ontology, in their order.
 * @param namespace of the terms; without its `#` it is the IRI of the ontology
 */
export function readVocabulary(quads: readonly Quad[], namespace: string = ddm): Vocabulary {
  const nodes = new Map<string, Quad[]>();
  for (const quad of quads) {
    if (quad.subject.termType !== 'NamedNode') continue;
    const known = nodes.get(quad.subject.value);
    if (known) known.push(quad);
    else nodes.set(quad.subject.value, [quad]);
  }
  const ofType = (...types: string[]) =>
    [...nodes]
      .filter(([iri]) => iri.startsWith(namespace))
      .filter(([, about]) => objects(about, `${rdf}type`).some(({ value }) => types.includes(value)))
      .map(([iri, about]) => readTerm(iri, about, namespace));
  const ontology = nodes.get(namespace.replace('#', '')) ?? [];
  return {
    namespace,
    label: text(ontology, `${rdfs}label`),
    version: text(ontology, `${owl}versionInfo`),
    comment: text(ontology, `${rdfs}comment`),
    classes: ofType(`${owl}Class`),
    properties: ofType(`${owl}ObjectProperty`, `${owl}DatatypeProperty`, `${owl}AnnotationProperty`),
    concepts: ofType(`${skos}ConceptScheme`, `${skos}Concept`, `${owl}NamedIndividual`),
  };
}

const relations = [
  `${owl}equivalentClass`,
  `${owl}equivalentProperty`,
  `${skos}exactMatch`,
  `${skos}closeMatch`,
  `${skos}relatedMatch`,
];

function readTerm(iri: string, about: readonly Quad[], namespace: string): VocabularyTerm {
  const iris = (predicate: string) =>
    objects(about, predicate)
      .filter(({ termType }) => termType === 'NamedNode')
      .map(({ value }) => value);
  return {
    iri,
    name: iri.slice(namespace.length),
    label: text(about, `${rdfs}label`),
    comment: text(about, `${rdfs}comment`),
    superTerms: [...iris(`${rdfs}subClassOf`), ...iris(`${rdfs}subPropertyOf`), ...iris(`${skos}inScheme`)],
    domain: iris(`${rdfs}domain`),
    range: iris(`${rdfs}range`),
    related: relations.flatMap(iris),
    fileOnly: iris(`${ddm}storage`).includes(`${ddm}fileOnly`),
  };
}

function objects(about: readonly Quad[], predicate: string): Term[] {
  return about.filter((quad) => quad.predicate.value === predicate).map(({ object }) => object);
}

function text(about: readonly Quad[], predicate: string): string {
  return objects(about, predicate)[0]?.value ?? '';
}
