import { mkdirSync, symlinkSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { useTestFolder } from '../testing/test-folder.ts';
import { companionFile } from './companion-file.ts';

const folder = useTestFolder();

it('a file in the folder of the paper, or below it, is taken', () => {
  folder.write('papers/a.bib', '@misc{a}');
  folder.write('papers/sections/b.tex', 'B.');
  expect(companionFile(folder.path('papers'), 'a.bib', 100)?.toString()).toBe('@misc{a}');
  expect(companionFile(folder.path('papers'), 'sections/b.tex', 100)?.toString()).toBe('B.');
});

it('nothing else is: no link, no folder of that name, no larger file', () => {
  folder.write('secret/secret.bib', '@misc{secret}');
  folder.write('papers/large.bib', 'x'.repeat(101));
  mkdirSync(folder.path('papers', 'folder.bib'));
  symlinkSync(folder.path('secret', 'secret.bib'), folder.path('papers', 'link.bib'));
  symlinkSync(folder.path('secret'), folder.path('papers', 'sections'));
  const names = ['folder.bib', 'link.bib', 'sections/secret.bib', 'absent.bib', 'large.bib', 'large.bib/a.bib'];
  expect(names.map((name) => companionFile(folder.path('papers'), name, 100))).toEqual(names.map(() => undefined));
});
