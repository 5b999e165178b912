import { Readable } from 'node:stream';
import { SparqlJsonParser } from 'sparqljson-parse';
import { SparqlXmlParser } from 'sparqlxml-parse';
import { parseQuads } from '@askg/ddm';
import { readCsv } from './read-csv.ts';
import { readTsv } from './read-tsv.ts';
import type { QueryOutcome, Row } from './result-set.ts';

/** Reads what an endpoint answered, by parsers that are not ours. */
export async function readResult(mediaType: string, text: string): Promise<QueryOutcome> {
  switch (mediaType) {
    case 'application/sparql-results+json':
      return readJson(text);
    case 'application/sparql-results+xml':
      return readXml(text);
    case 'text/csv':
      return readCsv(text);
    case 'text/tab-separated-values':
      return readTsv(text);
    case 'text/turtle':
      return { kind: 'graph', quads: parseQuads(text, 'text/turtle') };
    default:
      throw new Error(`A result of type ${mediaType} is not expected.`);
  }
}

function readJson(text: string): QueryOutcome {
  const parser = new SparqlJsonParser();
  const json = JSON.parse(text) as { boolean?: boolean; head?: { vars?: string[] } };
  if (json.boolean !== undefined) return { kind: 'boolean', value: parser.parseJsonBoolean(json) };
  return { kind: 'rows', rows: parser.parseJsonResults(json), variables: json.head?.vars ?? [] };
}

async function readXml(text: string): Promise<QueryOutcome> {
  const parser = new SparqlXmlParser();
  if (/<(?:\w+:)?boolean>/u.test(text)) {
    return { kind: 'boolean', value: await parser.parseXmlBooleanStream(Readable.from([text])) };
  }
  const stream = parser.parseXmlResultsStream(Readable.from([text]));
  let variables: string[] = [];
  stream.on('variables', (found: { value: string }[]) => (variables = found.map(({ value }) => value)));
  const rows: Row[] = [];
  for await (const row of stream) rows.push(row as unknown as Row);
  return { kind: 'rows', rows, variables };
}
