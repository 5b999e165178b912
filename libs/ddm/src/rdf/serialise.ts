import { type Quad, Writer } from 'n3';
import { toJsonLd } from './json-ld.ts';
import { parseQuads } from './parse-quads.ts';
import { namespaces } from './terms.ts';

/** Media types of RDF that `serialise` writes. */
export const writableRdf = [
  'text/turtle',
  'application/n-triples',
  'application/ld+json',
  'application/trig',
  'application/n-quads',
] as const;
export type WritableRdf = (typeof writableRdf)[number];

/**
 * Writes quads as text. Turtle, N-Triples and JSON-LD hold triples: names of graphs are left out. Order is kept, and
 * Turtle is abbreviated with the prefixes of the ontology.
 * @param quads RDF/JS quads, or N-Quads
 * @param prefixes namespaces by prefix, for Turtle and TriG
 * @throws {DdmError} `ddm/malformed-rdf` for N-Quads that do not parse
 */
export function serialise(
  quads: Iterable<Quad> | string,
  mediaType: WritableRdf,
  prefixes: Readonly<Record<string, string>> = namespaces,
): string {
  const parsed = typeof quads === 'string' ? parseQuads(quads, 'application/n-quads') : quads;
  if (mediaType === 'application/ld+json') return `${JSON.stringify(toJsonLd(parsed), null, 2)}\n`;
  if (mediaType === 'application/n-quads' && typeof quads === 'string') return quads;
  const isAbbreviated = mediaType === 'text/turtle' || mediaType === 'application/trig';
  return write(parsed, mediaType, isAbbreviated ? prefixes : {});
}

function write(quads: Iterable<Quad>, format: WritableRdf, prefixes: Readonly<Record<string, string>>): string {
  const withGraphs = format === 'application/n-quads' || format === 'application/trig';
  const writer = new Writer({ format, prefixes: { ...prefixes } });
  for (const { subject, predicate, object, graph } of quads) {
    if (withGraphs) writer.addQuad(subject, predicate, object, graph);
    else writer.addQuad(subject, predicate, object);
  }
  let text = '';
  // Without an output stream the writer calls back before `end` returns.
  writer.end((error: Error | null, result: string) => {
    if (error) throw error;
    text = result;
  });
  return text;
}
