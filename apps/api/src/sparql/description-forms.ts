import { serialise, serialiseRdfXml } from '@askg/ddm';
import { descriptionPrefixes } from '@askg/graph';
import { shapesOffers } from '../ontology/ontology-formats.ts';

const rdfXml = { mediaType: 'application/rdf+xml', names: ['rdfxml', 'rdf'], label: 'RDF/XML' } as const;

/** Forms of the descriptions of the endpoint and of the data: those of triples, and the one that older programs ask for. */
export const descriptionOffers = [...shapesOffers, rdfXml];

export type DescriptionMediaType = (typeof descriptionOffers)[number]['mediaType'];

/** @param nquads a description, without blank nodes */
export function writeDescription(nquads: string, mediaType: DescriptionMediaType): string {
  if (mediaType === 'application/rdf+xml') return serialiseRdfXml(nquads, descriptionPrefixes);
  return serialise(nquads, mediaType, descriptionPrefixes);
}
