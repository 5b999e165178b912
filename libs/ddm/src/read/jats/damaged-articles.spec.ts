import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DdmError } from '../../ddm-error.ts';
import { documentToNQuads } from '../../rdf/document-to-quads.ts';
import { quadsToDocument } from '../../rdf/quads-to-document.ts';
import { damagedXml, damages } from '../../testing/damage.ts';
import { fixture } from '../../testing/fixtures.ts';
import { documentOf } from '../../testing/read-article.ts';
import { checkDocument } from '../../validate/check-document.ts';
import { parseXml } from '../xml/parse.ts';

const base = 'http://localhost:3000/id/';

function read(xml: string): ReturnType<typeof documentOf> | DdmError {
  try {
    return documentOf(Buffer.from(xml));
  } catch (error) {
    if (error instanceof DdmError) return error;
    throw error;
  }
}

describe('An article that follows no tag set', () => {
  const tree = parseXml(fixture('all-structures.xml'));

  it('still makes a valid document that its graph gives back, or is refused with a code', () => {
    fc.assert(
      fc.property(damages, (damage) => {
        const result = read(damagedXml(tree, damage));
        if (result instanceof DdmError) return expect(result.code).toBe('ddm/not-jats');
        const document = { ...result, key: 'key' };
        expect(checkDocument(document)).toEqual([]);
        return expect(quadsToDocument(documentToNQuads(document, { base, key: 'key' }), { base })).toEqual(document);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('cut off anywhere is refused as malformed', () => {
    const whole = fixture('joss-2024.xml').toString().trimEnd();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
        expect(read(whole.slice(0, length))).toMatchObject({ code: 'ddm/malformed-xml' });
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
