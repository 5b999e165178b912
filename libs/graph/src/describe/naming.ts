export const rdfNamespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const rdfsNamespace = 'http://www.w3.org/2000/01/rdf-schema#';
export const owlNamespace = 'http://www.w3.org/2002/07/owl#';
export const skosNamespace = 'http://www.w3.org/2004/02/skos/core#';
export const foafNamespace = 'http://xmlns.com/foaf/0.1/';
export const schemaNamespaces = ['http://schema.org/', 'https://schema.org/'] as const;

/** Vocabularies in which graphs speak of vocabularies and of themselves: nobody asks for their classes. */
const aboutGraphs = [
  rdfNamespace,
  rdfsNamespace,
  owlNamespace,
  'http://rdfs.org/ns/void#',
  'http://www.w3.org/ns/shacl#',
  'http://www.w3.org/ns/sparql-service-description#',
  'http://purl.org/vocab/vann/',
  'http://purl.org/vocommons/voaf#',
  'http://www.openlinksw.com/schemas/',
];

/** Whether a term belongs to a vocabulary about vocabularies. */
export function isAboutGraphs(iri: string): boolean {
  return aboutGraphs.some((namespace) => iri.startsWith(namespace));
}

/** The part of an IRI up to its last `#` or `/`. */
export function namespaceOf(iri: string): string {
  return /^.*[#/]/u.exec(iri)?.[0] ?? iri;
}
