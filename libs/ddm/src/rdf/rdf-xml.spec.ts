import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { Quad } from '@rdfjs/types';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { parseQuads } from './parse-quads.ts';
import { serialiseRdfXml } from './rdf-xml.ts';

/** Lines that another's parser reads, in order. */
async function read(xml: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const quad of Readable.from([xml]).pipe(new RdfXmlParser()) as AsyncIterable<Quad>) {
    lines.push(lineOf(quad));
  }
  return lines.toSorted();
}

function lineOf({ subject, predicate, object }: Quad): string {
  const more = object.termType === 'Literal' ? `${object.language}^^${object.datatype.value}` : '';
  return [subject.value, predicate.value, object.value, more].join(' ');
}

describe('RDF/XML', () => {
  it.each([
    [
      'IRIs',
      '<http://e.org/a?x=1&y=2> a <http://e.org/C> ; <http://e.org/p> <http://e.org/"b"> .'.replaceAll('"', '%22'),
    ],
    ['texts', '<http://e.org/a> <http://e.org/p> "<b> & \\"c\\" ]]>\\n\\ttwo lines \\r" .'],
    ['languages', '<http://e.org/a> <http://e.org/p> "é"@fr, "e"@en-GB .'],
    ['numbers', '<http://e.org/a> <http://e.org/p> 1, 2.5, true .'],
    ['known and unknown vocabularies', '<http://e.org/a> <http://purl.org/dc/terms/title> "t" ; <urn:x:y-z> "u" .'],
    ['several subjects', '<http://e.org/a> <http://e.org/p> <http://e.org/b> . <http://e.org/b> <http://e.org/p> "" .'],
  ])('says the same as the triples: %s', async (_name, turtle) => {
    const quads = parseQuads(turtle, 'text/turtle');
    expect(await read(serialiseRdfXml(quads))).toEqual(quads.map(lineOf).toSorted());
  });

  it('refuses what it cannot say', () => {
    const write = (turtle: string) => serialiseRdfXml(parseQuads(turtle, 'text/turtle'));
    expect(() => write('<e:a> <http://e.org/1> "x" .')).toThrow(expect.objectContaining({ code: 'ddm/malformed-rdf' }));
    expect(() => write('<e:a> <e:p> "\\u0001" .')).toThrow(expect.objectContaining({ code: 'ddm/invalid-text' }));
  });
});
