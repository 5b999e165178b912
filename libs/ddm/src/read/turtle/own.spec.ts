import type { Document } from '@askg/contract';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildDocument } from '../../document/build-document.ts';
import { cutSentences } from '../../enrich/sentences/cut-sentences.ts';
import { documentToNQuads } from '../../rdf/document-to-quads.ts';
import { serialise, type WritableRdf } from '../../rdf/serialise.ts';
import { fixture, fixtureNames } from '../../testing/fixtures.ts';
import { documentOf } from '../../testing/read-article.ts';
import { splitSource } from '../split-source.ts';
import { readTurtle } from './read-turtle.ts';

const base = 'http://localhost:3000/id/';
const stages = { read: '1' };

function written(document: Document, type: WritableRdf, key = '10.1_a'): Buffer {
  return Buffer.from(serialise(documentToNQuads(document, { base, key, stages }), type));
}

function readBack(bytes: Uint8Array): Document {
  return buildDocument(readTurtle(bytes), { digest: '0'.repeat(64), cutSentences });
}

it.each(fixtureNames())('the graph of %s reads back as the same document', (name) => {
  const document = documentOf(fixture(name));
  expect(readBack(written(document, 'text/turtle'))).toEqual({ ...document, format: 'ddm-turtle' });
});

it.each<WritableRdf>(['application/n-triples', 'application/n-quads'])('%s reads like Turtle', (type) => {
  const document = documentOf(fixture('all-structures.xml'));
  expect(readBack(written(document, type))).toEqual({ ...document, format: 'ddm-turtle' });
});

it('two exported papers in one file are divided and read', async () => {
  const documents = ['joss-2024.xml', 'plos-2014-correction.xml'].map((name) => documentOf(fixture(name)));
  const both = Buffer.concat(documents.map((document, i) => written(document, 'application/n-triples', `10.1_${i}`)));
  const parts = await splitSource(both);
  expect(parts.map(({ name }) => name)).toEqual(['10.1_0', '10.1_1']);
  expect(parts.map(({ bytes }) => readBack(bytes))).toEqual(
    documents.map((document) => ({ ...document, format: 'ddm-turtle' })),
  );
});

it.each<[string, string, string]>([
  ['no paper', '@prefix ex: <http://example.org/> . ex:a ex:b ex:c .', 'ddm/no-paper'],
  ['no Turtle', '@prefix ex: <http://example.org/> . ex:a ex:b', 'ddm/malformed-rdf'],
  ['an escape that is none', '@prefix ex: <http://example.org/> . ex:a ex:b "\\uD8" .', 'ddm/malformed-rdf'],
  [
    'two papers',
    '@prefix d: <https://w3id.org/askg/ddm#> . <http://a.org/paper/1.1> a d:Paper . <http://a.org/paper/1.2> a d:Paper .',
    'ddm/several-papers',
  ],
  [
    'a paper of which too little is told',
    '@prefix d: <https://w3id.org/askg/ddm#> . <http://a.org/paper/1.1> a d:Paper .',
    'ddm/malformed-graph',
  ],
  ['a paper under a strange name', '<urn:x> a <https://w3id.org/askg/ddm#Paper> .', 'ddm/malformed-graph'],
])('refuses %s', (_, turtle, code) =>
  expect(() => readTurtle(Buffer.from(turtle))).toThrow(expect.objectContaining({ code })),
);

it('whatever the bytes are, ends in a document or a code of this package', () => {
  const whole = written(documentOf(fixture('plos-2014-correction.xml')), 'text/turtle');
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const damaged = Buffer.from(whole);
      damaged[at] = byte;
      try {
        readTurtle(damaged);
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^ddm\//) });
      }
    }),
    { numRuns: 60 },
  );
});
