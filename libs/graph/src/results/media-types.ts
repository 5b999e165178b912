/** What a query form gives: SELECT bindings, ASK a boolean, CONSTRUCT and DESCRIBE a graph. */
export type ResultKind = 'bindings' | 'boolean' | 'graph';

export type ResultFormat = {
  /** The media type that the response carries. */
  mediaType: string;
  /** Parameter that the response adds to the media type. */
  charset?: 'utf-8';
  /** Short name for the `format` parameter and for commands. */
  name: string;
  /** Other media types that clients send for the same format. */
  aliases: readonly string[];
};

/** Formats by kind of result, the preferred one first. */
export const resultFormats: Record<ResultKind, readonly ResultFormat[]> = {
  bindings: [
    { name: 'json', mediaType: 'application/sparql-results+json', aliases: ['application/json'] },
    { name: 'xml', mediaType: 'application/sparql-results+xml', aliases: ['application/xml', 'text/xml'] },
    { name: 'csv', mediaType: 'text/csv', charset: 'utf-8', aliases: [] },
    { name: 'tsv', mediaType: 'text/tab-separated-values', charset: 'utf-8', aliases: [] },
  ],
  // CSV and TSV have no form for ASK: https://www.w3.org/TR/sparql11-results-csv-tsv/ is about SELECT only.
  boolean: [
    { name: 'json', mediaType: 'application/sparql-results+json', aliases: ['application/json'] },
    { name: 'xml', mediaType: 'application/sparql-results+xml', aliases: ['application/xml', 'text/xml'] },
  ],
  graph: [
    { name: 'turtle', mediaType: 'text/turtle', charset: 'utf-8', aliases: ['application/x-turtle', 'application/turtle'] },
    { name: 'ntriples', mediaType: 'application/n-triples', aliases: ['text/plain'] },
    { name: 'jsonld', mediaType: 'application/ld+json', aliases: ['application/json'] },
    { name: 'rdfxml', mediaType: 'application/rdf+xml', aliases: ['application/xml', 'text/xml'] },
    { name: 'nquads', mediaType: 'application/n-quads', aliases: [] },
    { name: 'trig', mediaType: 'application/trig', aliases: [] },
  ],
};
