import type { WritableRdf } from '@askg/ddm';
import type { Offer } from '../http/media-types.ts';
import type { Alternate } from '../pages/layout.ts';

type RdfOffer = Offer & { readonly mediaType: WritableRdf; readonly label: string };

/** The forms in which a graph is served. The first is what a program gets that asks for nothing in particular. */
export const rdfOffers: readonly RdfOffer[] = [
  { mediaType: 'text/turtle', names: ['turtle', 'ttl'], label: 'Turtle' },
  { mediaType: 'application/ld+json', names: ['jsonld', 'json-ld', 'json'], label: 'JSON-LD' },
  { mediaType: 'application/n-triples', names: ['ntriples', 'nt'], label: 'N-Triples' },
  { mediaType: 'application/n-quads', names: ['nquads', 'nq'], label: 'N-Quads' },
  { mediaType: 'application/trig', names: ['trig'], label: 'TriG' },
];

export const pageOffer = { mediaType: 'text/html', names: ['html'] } as const satisfies Offer;

/** Links to every form of the resource at `path`. */
export function rdfAlternates(path: string, offers: readonly RdfOffer[] = rdfOffers): Alternate[] {
  return offers.map(({ mediaType, names, label }) => ({ label, mediaType, href: `${path}?format=${names[0]}` }));
}
