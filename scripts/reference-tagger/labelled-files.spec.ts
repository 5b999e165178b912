import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { isHeldOut, labelledFiles } from './labelled-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'askg-labelled-spec-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('reads the files of a folder and of its archives, and cuts long lists of sequences', () => {
  const sequences = '<sequence><title>Files</title></sequence>'.repeat(150);
  writeFileSync(join(folder, 'anystyle.xml'), `<dataset>${sequences}</dataset>`);
  mkdirSync(join(folder, 'tei'));
  writeFileSync(join(folder, 'tei', 'one.tei.xml'), '<listBibl/>');
  execFileSync('tar', ['czf', join(folder, 'tei.tar.gz'), '-C', folder, 'tei']);
  const files = labelledFiles(folder);
  expect(files.map(({ source, name }) => [source, name])).toEqual([
    ['anystyle.xml', 'anystyle.xml#0'],
    ['anystyle.xml', 'anystyle.xml#1'],
    ['tei.tar.gz', 'one.tei.xml'],
  ]);
  expect(files.map(({ xml }) => xml.match(/<sequence>/g)?.length)).toEqual([100, 50, undefined]);
});

it('keeps about a fifth of the files back, the same each time', () => {
  const names = Array.from({ length: 200 }, (_, i) => ({ source: '', name: `${i}.xml`, xml: '' }));
  const kept = names.filter(isHeldOut);
  expect(kept.length).toBeGreaterThan(25);
  expect(kept.length).toBeLessThan(55);
  expect(names.filter(isHeldOut)).toEqual(kept);
});
