import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findPdfs, findTruths, sampleOf } from './pairs.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'askg-pairs-')), 'papers');
});
afterEach(() => rmSync(dirname(folder), { recursive: true }));

function put(...files: string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
}

describe('PDFs and their truths', () => {
  it('are found by name, the folder being the template', () => {
    put('a.pdf', 'sub/b.pdf', 'c/article.pdf', 'notes.txt');
    const top = join(basename(dirname(folder)), 'papers');
    expect(findPdfs(folder).map(({ name, template }) => [name, template])).toEqual([
      ['a', top],
      ['c', top],
      ['sub/b', `${top}/sub`],
    ]);
  });

  it('go together by name, the richest truth first', () => {
    put('a.pdf', 'a.crossref.xml', 'a.jats.xml', 'b.jats.xml');
    const [file] = findPdfs(folder);
    expect(file && findTruths(file, folder, folder)).toEqual([
      join(folder, 'a.jats.xml'),
      join(folder, 'a.crossref.xml'),
    ]);
  });

  it('are taken evenly when only some are wanted', () => {
    expect(sampleOf([1, 2, 3, 4, 5, 6], 3)).toEqual([1, 3, 5]);
    expect(sampleOf([1, 2], 3)).toEqual([1, 2]);
  });
});
