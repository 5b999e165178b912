import { mkdirSync, symlinkSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { useTestFolder } from '../testing/test-folder.ts';
import { companionFile } from './companion-file.ts';

const folder = useTestFolder();

it('a bibliography in the folder of the paper is taken', () => {
  folder.write('papers/a.bib', '@misc{a}');
  expect(companionFile(folder.path('papers'), 'a.bib')?.toString()).toBe('@misc{a}');
});

it('nothing else is: no other name, no other folder, no link, no folder of that name', () => {
  folder.write('secret.bib', '@misc{secret}');
  folder.write('papers/notes.txt', 'x');
  mkdirSync(folder.path('papers', 'folder.bib'));
  symlinkSync(folder.path('secret.bib'), folder.path('papers', 'link.bib'));
  const names = ['../secret.bib', folder.path('secret.bib'), 'notes.txt', 'folder.bib', 'link.bib', 'absent.bib'];
  expect(names.map((name) => companionFile(folder.path('papers'), name))).toEqual(names.map(() => undefined));
});
