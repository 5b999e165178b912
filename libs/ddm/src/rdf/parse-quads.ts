import { Parser, type Quad } from 'n3';
import { DdmError } from '../ddm-error.ts';

/** Media types of RDF that `parseQuads` reads. */
export type ReadableRdf = 'text/turtle' | 'application/trig' | 'application/n-triples' | 'application/n-quads';

/**
 * Parses RDF text into RDF/JS quads.
 * @param baseIri what relative IRIs are resolved against; without it they are errors
 * @throws {DdmError} `ddm/malformed-rdf`, with the parser's message and line
 */
export function parseQuads(text: string, mediaType: ReadableRdf, baseIri?: string): Quad[] {
  try {
    return new Parser({ format: mediaType, ...(baseIri === undefined ? {} : { baseIRI: baseIri }) }).parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new DdmError('ddm/malformed-rdf', detail, { cause });
  }
}
