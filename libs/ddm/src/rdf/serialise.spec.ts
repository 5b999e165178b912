import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { DataFactory } from 'n3';
import { fixture } from '../testing/fixtures.ts';
import { documentOf } from '../testing/read-article.ts';
import { documentToNQuads, documentToQuads } from './document-to-quads.ts';
import { describe as describeNode } from './describe.ts';
import { leanNQuads } from './lean.ts';
import { type ReadableRdf, parseQuads } from './parse-quads.ts';
import { serialise, writableRdf } from './serialise.ts';

const graph = `<https://e.org/p/s1/t1> <https://w3id.org/askg/ddm#hasCitation> <https://e.org/p/s1/t1/c1> <https://e.org/g> .
<https://e.org/p/s1/t1> <https://w3id.org/askg/ddm#text> "A \\"b\\"." <https://e.org/g> .
<https://e.org/p/s1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/askg/ddm#Section> <https://e.org/g> .
<https://e.org/p/s1> <https://w3id.org/askg/ddm#index> "1"^^<http://www.w3.org/2001/XMLSchema#integer> <https://e.org/g> .
<https://e.org/p/s10> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/askg/ddm#Mention> <https://e.org/g> .
`;
// Another's implementation judges our JSON-LD.
const jsonld = createRequire(import.meta.url)('jsonld') as {
  toRDF(document: object, options: object): Promise<string>;
};
const lines = (text: string): string[] => text.split('\n').slice(0, -1);

describe('A graph', () => {
  it.each<ReadableRdf>(['text/turtle', 'application/n-triples', 'application/trig', 'application/n-quads'])(
    'written as %s reads as the same statements',
    (mediaType) => {
      const named = mediaType === 'application/trig' || mediaType === 'application/n-quads';
      const expected = parseQuads(graph, 'application/n-quads').map(({ subject, predicate, object, graph: name }) =>
        named ? DataFactory.quad(subject, predicate, object, name) : DataFactory.quad(subject, predicate, object),
      );
      expect(parseQuads(serialise(graph, mediaType), mediaType)).toEqual(expected);
      expect(serialise(parseQuads(graph, 'application/n-quads'), mediaType)).toBe(serialise(graph, mediaType));
    },
  );

  it.each(writableRdf)('of a whole article, written as %s, holds the statements of the document', async (mediaType) => {
    const document = documentOf(fixture('all-structures.xml'));
    const quads = documentToQuads(document, { base: 'https://e.org/', key: '10.5555_struct.1' });
    const text = serialise(quads, mediaType);
    const named = mediaType === 'application/trig' || mediaType === 'application/n-quads';
    const read =
      mediaType === 'application/ld+json'
        ? await jsonld.toRDF(JSON.parse(text) as object, { format: 'application/n-quads' })
        : serialise(parseQuads(text, mediaType), 'application/n-quads');
    expect(lines(read).toSorted()).toEqual(
      lines(serialise(quads, named ? 'application/n-quads' : 'application/n-triples')).toSorted(),
    );
  });

  it('is abbreviated in Turtle', () => {
    expect(serialise(graph, 'text/turtle')).toContain('<https://e.org/p/s1> a ddm:Section;\n    ddm:index 1.');
  });

  it('is described by node: its statements and those below it, not those of its neighbours', () => {
    expect(describeNode(graph, 'https://e.org/p/s1')).toBe(lines(graph).slice(0, 4).join('\n') + '\n');
    expect(describeNode(graph, 'https://e.org/p/s2')).toBe('');
  });

  it('loses its file-only statements on the way to the store', () => {
    expect(lines(leanNQuads(graph))).toEqual(lines(graph).slice(1, 4));
  });

  it('is an error where it cannot be parsed', () => {
    expect(() => parseQuads('<a> <b> .', 'text/turtle')).toThrow(
      expect.objectContaining({ code: 'ddm/malformed-rdf', message: expect.stringContaining('line 1') }),
    );
  });
});

describe('JSON-LD', () => {
  // The Turtle parser gives blank nodes names of its own.
  const triples = (text: string): string[] =>
    lines(serialise(parseQuads(text, 'text/turtle'), 'application/n-triples').replaceAll(/_:b\d+_/g, '_:'));
  const throughJsonLd = async (turtle: string): Promise<string[]> => {
    const document = JSON.parse(serialise(parseQuads(turtle, 'text/turtle'), 'application/ld+json')) as object;
    return lines(await jsonld.toRDF(document, { format: 'application/n-quads' })).map((line) =>
      line.replaceAll(/_:b\d+_/g, '_:'),
    );
  };

  it('uses keys and plain values where the context gives the type', () => {
    expect(JSON.parse(serialise(describeNode(graph, 'https://e.org/p/s1'), 'application/ld+json'))).toEqual({
      '@context': {
        '@version': 1.1,
        id: '@id',
        type: '@type',
        ddm: 'https://w3id.org/askg/ddm#',
        xsd: 'http://www.w3.org/2001/XMLSchema#',
        Section: 'ddm:Section',
        hasCitation: { '@id': 'ddm:hasCitation', '@type': '@id' },
        index: { '@id': 'ddm:index', '@type': 'xsd:integer' },
        text: 'ddm:text',
      },
      '@graph': [
        { id: 'https://e.org/p/s1/t1', hasCitation: 'https://e.org/p/s1/t1/c1', text: 'A "b".' },
        { id: 'https://e.org/p/s1', type: 'Section', index: 1 },
      ],
    });
  });

  it.each([
    ['texts and languages', '<e:a> <e:p> "x", "x"@en, "y\\n" .'],
    ['values of other types than the context says', '<e:a> <https://w3id.org/askg/ddm#index> "1", <e:b>, 2.5 .'],
    [
      'a number that is not in its shortest form',
      '<e:a> <https://w3id.org/askg/ddm#index> "01"^^<http://www.w3.org/2001/XMLSchema#integer> .',
    ],
    ['a large number', '<e:a> <https://w3id.org/askg/ddm#year> 12345678901234567890 .'],
    ['truth values', '<e:a> <https://w3id.org/askg/ddm#header> true, false .'],
    [
      'several values',
      '<e:a> <https://w3id.org/askg/ddm#cites> <e:b>, <e:c> ; <https://w3id.org/askg/ddm#flag> "a", "b" .',
    ],
    [
      'JSON',
      '<e:a> <https://w3id.org/askg/ddm#boxes> "[[1,0.1,0.2,0.3,0.4]]"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .',
    ],
    ['JSON that is none', '<e:a> <https://w3id.org/askg/ddm#boxes> "[["^^<http://www.w3.org/2001/XMLSchema#string> .'],
    ['concepts', '<e:a> <https://w3id.org/askg/ddm#role> <https://w3id.org/askg/ddm#role-method> .'],
    [
      'several classes',
      '<e:a> a <https://w3id.org/askg/ddm#Paper>, <e:Poster>, <http://xmlns.com/foaf/0.1/Document> .',
    ],
    ['a class that is a literal', '<e:a> a "odd" .'],
    ['blank nodes', '_:b0 <e:p> _:b1 . _:b1 <http://purl.org/dc/terms/title> "t" .'],
  ])('says the same as the triples: %s', async (_, turtle) => {
    expect((await throughJsonLd(turtle)).toSorted()).toEqual(triples(turtle).toSorted());
  });

  it('says the same as the graph of a whole paper', async () => {
    const file = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'examples', 'document.json');
    const example = JSON.parse(readFileSync(file, 'utf8')) as Document;
    const turtle = serialise(documentToNQuads(example, { base: 'https://e.org/', key: '10.1_x' }), 'text/turtle');
    expect((await throughJsonLd(turtle)).toSorted()).toEqual(triples(turtle).toSorted());
  });
});
