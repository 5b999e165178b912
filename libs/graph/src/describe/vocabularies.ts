import { namespaces } from '@askg/ddm';

/** The vocabularies that describe an endpoint and its data, by the prefixes they are written with. */
export const descriptionPrefixes = {
  ...namespaces,
  sd: 'http://www.w3.org/ns/sparql-service-description#',
  void: 'http://rdfs.org/ns/void#',
  sh: 'http://www.w3.org/ns/shacl#',
  formats: 'http://www.w3.org/ns/formats/',
  owl: 'http://www.w3.org/2002/07/owl#',
} as const;

export const sd = term('sd');
export const voidTerm = term('void');
export const sh = term('sh');
export const format = term('formats');
export const owl = term('owl');
export const foaf = term('foaf');
export const rdfs = term('rdfs');

function term(prefix: keyof typeof descriptionPrefixes): (name: string) => string {
  return (name) => descriptionPrefixes[prefix] + name;
}
