import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DdmError } from '../../ddm-error.ts';
import { readSource } from '../read-source.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'test', 'fixtures', 'html', 'hostile');

const ends: Readonly<Record<string, { code: string; says: string } | { title: string }>> = {
  'deep.html': { code: 'ddm/too-deep', says: '400 levels' },
  'latin-1.html': { title: 'Café' },
  'script-ridden.html': { title: 'Ridden' },
  'scripts-only.html': { code: 'ddm/not-html', says: 'no text outside its scripts' },
  'unclosed.html': { title: 'Open' },
  'unknown-encoding.html': { code: 'ddm/unsupported-encoding', says: 'x-klingon' },
  'utf-16.html': { title: 'Wide' },
  'wrong-encoding.html': { code: 'ddm/malformed-text', says: 'line 1: these bytes are not valid utf-8' },
};

async function outcome(bytes: Uint8Array) {
  try {
    return await readSource(bytes, { as: 'html' });
  } catch (error) {
    if (error instanceof DdmError) return error;
    throw error;
  }
}

describe('hostile HTML', () => {
  it('has an expectation for every file', () =>
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(ends).toSorted()));

  it.each(Object.entries(ends))('%s ends as it should', async (name, end) => {
    const result = await outcome(readFileSync(join(folder, name)));
    if ('code' in end) expect(result).toMatchObject({ code: end.code, message: expect.stringContaining(end.says) });
    else expect(result).toMatchObject({ title: end.title });
  });

  it('keeps nothing of scripts, handlers, frames and drawings', async () => {
    const draft = await outcome(readFileSync(join(folder, 'script-ridden.html')));
    expect(JSON.stringify(draft)).not.toMatch(/evil|steal|javascript|frame text|drawn/);
    expect(JSON.stringify(draft)).toContain('Words stay here. A link.');
  });

  it('refuses a page of more than 32 MB', async () =>
    expect(await outcome(new Uint8Array(33 * 1024 * 1024).fill(0x61))).toMatchObject({ code: 'ddm/too-large' }));
});
