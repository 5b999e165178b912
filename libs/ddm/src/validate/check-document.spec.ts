import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { arbitraryDocument } from '../testing/arbitrary-document.ts';
import { documentToNQuads } from '../rdf/document-to-quads.ts';
import { checkDocument } from './check-document.ts';
import { type Fault, faultsOfBoth, faultsOfStructure, faultsRefused } from '../testing/faults.ts';
import { validateShacl } from './validate-shacl.ts';

const options = { base: 'https://example.org/id/', key: '10.1_x', stages: { 'jats-reader': '1' } };
const example = Document.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'examples', 'document.json'), 'utf8'),
  ),
);
const place = fc.nat(50);

/** Documents that a fault can be done to, with the fault done. */
function broken(fault: Fault): fc.Arbitrary<Document> {
  return fc
    .tuple(arbitraryDocument(), place)
    .map(([document, at]) => ({ document, applied: fault.apply(document, at) }))
    .filter(({ applied }) => applied)
    .map(({ document }) => document);
}

const named = (faults: Fault[]): [string, Fault][] => faults.map((fault) => [fault.name, fault]);

describe('A valid document', () => {
  it('has no violation, and its graph conforms to the shapes', async () => {
    expect(checkDocument(example)).toEqual([]);
    expect(await validateShacl(documentToNQuads(example, options))).toEqual([]);
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(), async (document) => {
        expect(checkDocument(document)).toEqual([]);
        expect(await validateShacl(documentToNQuads(document, options))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('A fault that the graph shows is found by the structural check and by SHACL', () => {
  it.each(named(faultsOfBoth))('%s', async (_, fault) => {
    await fc.assert(
      fc.asyncProperty(broken(fault), async (document) => {
        expect(checkDocument(document).map(({ rule }) => rule)).toContain(fault.rule);
        expect(await validateShacl(documentToNQuads(document, options))).not.toEqual([]);
      }),
      { numRuns: 3 },
    );
  });
});

describe('A fault that the graph does not show is found by the structural check only', () => {
  it.each(named(faultsOfStructure))('%s', async (_, fault) => {
    await fc.assert(
      fc.asyncProperty(broken(fault), async (document) => {
        expect(checkDocument(document).map(({ rule }) => rule)).toContain(fault.rule);
        expect(await validateShacl(documentToNQuads(document, options))).toEqual([]);
      }),
      { numRuns: 2 },
    );
  });
});

describe('A fault that cannot be written as RDF is found by the structural check, and refused by the mapping', () => {
  it.each(named(faultsRefused))('%s', (_, fault) => {
    fc.assert(
      fc.property(broken(fault), (document) => {
        expect(checkDocument(document).map(({ rule }) => rule)).toContain(fault.rule);
        expect(() => documentToNQuads(document, options)).toThrow(
          expect.objectContaining({ code: 'ddm/invalid-text' }),
        );
      }),
      { numRuns: 10 },
    );
  });
});

it('A sentence of code may start with white space', async () => {
  const document = structuredClone(example);
  const [paragraph] = document.sections[0]?.paragraphs ?? [];
  const [sentence] = paragraph?.sentences ?? [];
  if (!paragraph || !sentence) throw new Error('the example has no paragraph');
  paragraph.kind = 'code';
  sentence.text = '  x <- 1';
  sentence.citations = [];
  expect(checkDocument(document)).toEqual([]);
  expect(await validateShacl(documentToNQuads(document, options))).toEqual([]);
});

it.each([
  ['30 February', { year: 2024, month: 2, day: 30 }],
  ['29 February of a common year', { year: 2023, month: 2, day: 29 }],
  ['31 April', { year: 2024, month: 4, day: 31 }],
])('%s is no date', (_, date) => {
  expect(checkDocument({ ...example, date }).map(({ rule }) => rule)).toEqual(['date']);
});

it('29 February of a leap year is a date', () => {
  expect(checkDocument({ ...example, date: { year: 2024, month: 2, day: 29 } })).toEqual([]);
});
