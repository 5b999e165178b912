import { Readable } from 'node:stream';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { SparqlJsonParser } from 'sparqljson-parse';
import { SparqlXmlParser } from 'sparqlxml-parse';
import { parseQuads, type ReadableRdf } from '@askg/ddm';
import type { Quad } from '@rdfjs/types';

/** How many triples a text in any of the RDF formats holds, by a parser that is not ours. */
export async function countTriples(mediaType: string, text: string): Promise<number> {
  if (mediaType === 'application/ld+json') return countQuads(Readable.from([text]).pipe(new JsonLdParser()));
  if (mediaType === 'application/rdf+xml') return countQuads(Readable.from([text]).pipe(new RdfXmlParser()));
  return parseQuads(text, mediaType as ReadableRdf).length;
}

async function countQuads(quads: AsyncIterable<Quad>): Promise<number> {
  let count = 0;
  for await (const _ of quads) count += 1;
  return count;
}

/** Rows of a SPARQL result in any of its formats, each as the values of `names` in order. */
export async function readRows(mediaType: string, text: string, names: readonly string[]): Promise<string[][]> {
  switch (mediaType) {
    case 'application/sparql-results+json':
      return new SparqlJsonParser().parseJsonResults(JSON.parse(text)).map((row) => valuesOf(row, names));
    case 'application/sparql-results+xml': {
      const rows: string[][] = [];
      const stream = new SparqlXmlParser().parseXmlResultsStream(Readable.from([text]));
      for await (const row of stream) rows.push(valuesOf(row as unknown as Record<string, { value: string }>, names));
      return rows;
    }
    case 'text/csv':
      return lines(text).map((line) => line.split(',').map((cell) => cell.replaceAll(/^"|"$/g, '')));
    default:
      return lines(text).map((line) => line.split('\t').map((cell) => cell.replaceAll(/^["<]|[">]$/g, '')));
  }
}

/** Lines below the header. */
function lines(text: string): string[] {
  return text.trimEnd().split(/\r?\n/).slice(1);
}

function valuesOf(row: Record<string, { value: string }>, names: readonly string[]): string[] {
  return names.map((name) => row[name]?.value ?? '');
}
