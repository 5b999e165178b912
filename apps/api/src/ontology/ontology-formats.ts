import { pageOffer, rdfOffers } from '../resources/rdf-formats.ts';

/** Forms of the shapes. They stand in no named graph, so the formats for named graphs are left out. */
export const shapesOffers = rdfOffers.filter(
  ({ mediaType }) => mediaType !== 'application/n-quads' && mediaType !== 'application/trig',
);

/** Forms of the vocabulary. */
export const ontologyOffers = [...shapesOffers, pageOffer];
