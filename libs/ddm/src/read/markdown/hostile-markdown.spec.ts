import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DdmError } from '../../ddm-error.ts';
import { readMarkdown } from './read-markdown.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'test', 'fixtures', 'markdown', 'hostile');

/** What each hostile file ends in, or what is read from it. */
const ends: Readonly<Record<string, { code: string; says: string } | { title: string; finding?: string }>> = {
  'alias-bomb.md': { title: '', finding: 'ddm/malformed-front-matter' },
  'bom.md': { title: 'With a mark' },
  'broken-yaml.md': { title: 'Open tags: [', finding: 'ddm/malformed-front-matter' },
  'deep-emphasis.md': { title: 'Deep' },
  'deep-list.md': { code: 'ddm/too-deep', says: '100 levels' },
  'deep-quotation.md': { code: 'ddm/too-deep', says: '100 levels' },
  'latin-1.md': { code: 'ddm/malformed-text', says: 'line 1: these bytes are not valid utf-8' },
  'merge-conflict.md': { title: 'Conflict', finding: 'ddm/merge-conflict' },
  'open-marks.md': { code: 'ddm/too-many-elements', says: 'line 3: a paragraph with 50000 marks' },
  'outside.md': { title: 'Outside', finding: 'ddm/missing-companion' },
  'unclosed.md': { title: 'Unclosed' },
  'utf-16.md': { title: 'Wide' },
  'zero-byte.md': { code: 'ddm/malformed-text', says: 'line 3: there is a zero byte' },
};

function outcome(bytes: Uint8Array) {
  try {
    return readMarkdown(bytes);
  } catch (error) {
    if (error instanceof DdmError) return error;
    throw error;
  }
}

describe('hostile Markdown', () => {
  it('has an expectation for every file', () =>
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(ends).toSorted()));

  it.each(Object.entries(ends))('%s ends as it should', (name, end) => {
    const result = outcome(readFileSync(join(folder, name)));
    if ('code' in end) expect(result).toMatchObject({ code: end.code, message: expect.stringContaining(end.says) });
    else {
      expect(result).toMatchObject({ title: end.title });
      const codes = result instanceof DdmError ? [] : result.findings.map(({ code }) => code);
      expect(codes).toEqual(expect.arrayContaining(end.finding === undefined ? [] : [end.finding]));
    }
  });

  it('refuses 50 MB without reading them', () =>
    expect(outcome(new Uint8Array(50_000_000).fill(0x61))).toMatchObject({ code: 'ddm/too-large' }));

  it('asks for the bibliography by the name that the paper gives, and for nothing else', () => {
    const asked: string[] = [];
    const companion = (name: string): undefined => {
      asked.push(name);
    };
    readMarkdown(readFileSync(join(folder, 'outside.md')), { companion });
    expect(asked).toEqual(['../../../etc/passwd']);
  });

  it('tells of a bibliography that is no text', () => {
    const draft = readMarkdown(Buffer.from('---\ntitle: T\nbibliography: a.bib\n---\n\n[@a]\n'), {
      companion: () => Uint8Array.of(0xff, 0xff, 0x00),
    });
    expect(draft.findings).toMatchObject([{ code: 'ddm/unreadable-companion' }]);
  });
});
