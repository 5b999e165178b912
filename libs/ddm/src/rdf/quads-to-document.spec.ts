import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { checkDocument } from '../validate/check-document.ts';
import { arbitraryDocument } from '../testing/arbitrary-document.ts';
import { documentToNQuads, documentToQuads } from './document-to-quads.ts';
import { compareCodePoints } from './n-quads.ts';
import { parseQuads } from './parse-quads.ts';
import { quadsToDocument } from './quads-to-document.ts';
import { serialise } from './serialise.ts';

const options = { base: 'https://example.org/id/', key: '10.1_x', stages: { 'jats-reader': '1' } };
const example = Document.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'examples', 'document.json'), 'utf8'),
  ),
);

describe('A document mapped to RDF', () => {
  it('comes back exactly, whatever its texts hold', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        expect(checkDocument(document)).toEqual([]);
        const back = quadsToDocument(documentToNQuads(document, options), options);
        expect(back).toEqual({ ...document, key: options.key });
      }),
      { numRuns: 300 },
    );
  });

  it('comes back exactly for the published example', () => {
    expect(quadsToDocument(documentToNQuads(example, options), options)).toEqual({ ...example, key: options.key });
  });

  it('gives N-Quads that a parser of all of RDF reads as the same statements', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const nquads = documentToNQuads(document, options);
        const quads = parseQuads(nquads, 'application/n-quads');
        expect(quads).toHaveLength(nquads.split('\n').length - 1);
        const again = parseQuads(serialise(quads, 'application/n-quads'), 'application/n-quads');
        expect(again).toEqual(quads);
        expect(documentToQuads(document, options)).toEqual(quads);
      }),
      { numRuns: 100 },
    );
  });

  it('gives lines in code point order, each once, that start with their subject and end with the one graph', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const lines = documentToNQuads(document, options).split('\n');
        expect(lines.pop()).toBe('');
        expect(lines).toEqual([...new Set(lines)]);
        const byBytes = lines.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        expect(lines).toEqual(byBytes);
        expect(lines.every((line) => line.endsWith(' <https://example.org/id/graph/10.1_x> .'))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('takes empty optional lists as absent', () => {
    const nquads = documentToNQuads(example, options);
    const empty = structuredClone(example);
    for (const section of empty.sections) section.citations = [];
    for (const table of empty.tables) table.notes ??= [];
    for (const paragraph of empty.sections[0]?.paragraphs ?? []) {
      for (const sentence of paragraph.sentences) Object.assign(sentence, { mentions: [], flags: [] });
    }
    expect(documentToNQuads(empty, options)).toBe(nquads);
  });

  it('is refused when a text cannot be written as UTF-8', () => {
    expect(() => documentToNQuads({ ...example, title: 'half \ud83e' }, options)).toThrow(
      expect.objectContaining({ code: 'ddm/invalid-text' }),
    );
  });
});

describe('A graph file that was changed', () => {
  const nquads = documentToNQuads(example, options);

  it.each([
    ['a line that is cut', nquads.slice(0, -40)],
    ['a line of something else', `${nquads}hello\n`],
    ['a sentence without its text', nquads.replaceAll(/^.*s1\/p1\/t1> <[^>]*#text>.*\n/gm, '')],
    ['a role that is not known', nquads.replaceAll('ddm#role-introduction>', 'ddm#role-overture>')],
    ['cells that are not JSON', nquads.replace('ddm#cells> "[', 'ddm#cells> "')],
    ['no paper', nquads.replaceAll('ddm#Paper>', 'ddm#Poster>')],
    ['nothing', ''],
  ])('is refused: %s', (_, text) => {
    expect(() => quadsToDocument(text, options)).toThrow(expect.objectContaining({ code: 'ddm/malformed-graph' }));
  });

  it('is refused below another base', () => {
    expect(() => quadsToDocument(nquads, { base: 'https://example.com/' })).toThrow(
      expect.objectContaining({ code: 'ddm/malformed-graph' }),
    );
  });
});

it('Code point order is the order of UTF-8 bytes', () => {
  const anyText = fc.string({ unit: fc.constantFrom('a', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}') });
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});
