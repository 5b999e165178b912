import { Parser, type Quad } from 'n3';

/** What the generated terms are made of. Local names are in code point order. */
export type Ontology = {
  /** By prefix, `ddm` first: the terms that the ontology defines or says it uses. */
  vocabularies: ReadonlyMap<string, { namespace: string; terms: readonly string[] }>;
  /** Local names in `ddm` that are marked to stay in graph files. */
  fileOnly: readonly string[];
  /** JSON-LD type coercion of a property by its prefixed name: `@id`, `@json` or a prefixed datatype; none for text. */
  coercions: ReadonlyMap<string, string>;
};

const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';
const own = 'https://w3id.org/askg/ddm#';

/**
 * Reads the ontology as data for the generator. Apart from the mapping, and without the generated terms, because they
 * are made from it.
 * @param turtle text of `ontology/ddm.ttl`
 */
export function ontologyTerms(turtle: string): Ontology {
  const prefixes = new Map<string, string>();
  const quads = new Parser().parse(turtle, null, (prefix, iri) => prefixes.set(iri.value, prefix));
  const split = (iri: string): [prefix: string, name: string] => {
    const end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
    return [prefixes.get(iri.slice(0, end)) ?? '', iri.slice(end)];
  };
  const having = (predicate: string): Quad[] => quads.filter((quad) => quad.predicate.value === predicate);

  const names = new Map<string, Set<string>>([['ddm', new Set()]]);
  for (const { subject } of having(`${rdfs}label`)) {
    const [prefix, name] = split(subject.value);
    if (prefix !== '' && name !== '') names.set(prefix, (names.get(prefix) ?? new Set()).add(name));
  }
  const namespaces = new Map([...prefixes].map(([iri, prefix]) => [prefix, iri]));
  const vocabularies = [...names].map(
    ([prefix, terms]) => [prefix, { namespace: namespaces.get(prefix) ?? '', terms: [...terms].toSorted() }] as const,
  );

  const coercions = new Map<string, string>();
  for (const { subject, object } of having('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')) {
    if (object.value === 'http://www.w3.org/2002/07/owl#ObjectProperty') {
      coercions.set(split(subject.value).join(':'), '@id');
    }
  }
  for (const { subject, object } of having(`${rdfs}range`)) {
    const range = split(object.value).join(':');
    if (range === 'rdf:JSON') coercions.set(split(subject.value).join(':'), '@json');
    else if (range.startsWith('xsd:') && range !== 'xsd:string') coercions.set(split(subject.value).join(':'), range);
  }

  return {
    vocabularies: new Map(vocabularies),
    fileOnly: having(`${own}storage`)
      .filter(({ object }) => object.value === `${own}fileOnly`)
      .map(({ subject }) => split(subject.value)[1])
      .toSorted(),
    coercions,
  };
}
