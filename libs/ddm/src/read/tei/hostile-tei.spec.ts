import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DdmError } from '../../ddm-error.ts';
import { readSource } from '../read-source.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'test', 'fixtures', 'tei', 'hostile');

const ends: Readonly<Record<string, { code: string; says: string } | { title: string }>> = {
  'deep.xml': { code: 'ddm/too-deep', says: '256 levels' },
  'empty.xml': { code: 'ddm/not-tei', says: 'neither a “teiHeader” nor a “text”' },
  'entity-bomb.xml': { code: 'ddm/forbidden-entity', says: 'line 6' },
  'external-entity.xml': { code: 'ddm/forbidden-entity', says: 'line 2' },
  'external-subset.xml': { title: 'Subset' },
  'truncated.xml': { code: 'ddm/malformed-xml', says: 'unclosed tag: p' },
  'two-papers.xml': { code: 'ddm/not-tei', says: 'it holds 2 papers' },
  'wrong-coords.xml': { title: 'Coords' },
};

async function outcome(bytes: Uint8Array) {
  try {
    return await readSource(bytes);
  } catch (error) {
    if (error instanceof DdmError) return error;
    throw error;
  }
}

describe('hostile TEI', () => {
  it('has an expectation for every file', () =>
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(ends).toSorted()));

  it.each(Object.entries(ends))('%s ends as it should', async (name, end) => {
    const result = await outcome(readFileSync(join(folder, name)));
    if ('code' in end) expect(result).toMatchObject({ code: end.code, message: expect.stringContaining(end.says) });
    else expect(result).toMatchObject({ format: 'tei', title: end.title });
  });
});
