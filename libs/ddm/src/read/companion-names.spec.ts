import type { Format } from '@askg/contract';
import { expect, it } from '@jest/globals';
import { companionNames, isCompanionName } from './companion-names.ts';

const names = (text: string, format: Format, fileName?: string): string[] =>
  companionNames(Buffer.from(text), format, fileName === undefined ? {} : { fileName }).map(({ path }) => path);

it.each<[string, Format, string, string[]]>([
  ['the front matter', 'markdown', '---\ntitle: T\nbibliography: paper.bib\n---\n', ['paper.bib']],
  ['a list in the front matter', 'markdown', '---\nbibliography: [a.bib, "b-2.bib"]\n---\n', ['a.bib', 'b-2.bib']],
  [
    'LaTeX',
    'latex',
    '\\input{sections/a}\\bibliography{refs}\\usepackage{ours}',
    ['sections/a.tex', 'refs.bib', 'ours.sty'],
  ],
  ['LaTeX outside its folder', 'latex', '\\bibliography{../secret,/etc/passwd,.hidden/b,a\\b}', []],
  ['a format that holds its references itself', 'jats', 'bibliography: paper.bib', []],
])('finds what %s names', (_, format, text, expected) => {
  expect(names(text, format).filter((name) => !name.endsWith('.ltx'))).toEqual(expected);
});

it('looks for the list of references that was written beside a paper in LaTeX', () =>
  expect(names('Text.', 'latex', 'paper.tex')).toEqual(['paper.bbl']));

it.each(['../a.bib', '/a.bib', 'a.bib\n', 'C:a.bib', '', '.a.bib'])('does not take %j', (name) =>
  expect(isCompanionName(name, 'latex')).toBe(false),
);

it.each<[string, Format, boolean]>([
  ['a/b.bib', 'markdown', false],
  ['a.tex', 'markdown', false],
  ['a/b.bib', 'latex', true],
  ['a/../b.bib', 'latex', false],
  ['.git/b.tex', 'latex', false],
  ['notes.txt', 'latex', false],
  ['id_rsa', 'latex', false],
])('takes %j for %s: %s', (name, format, expected) => expect(isCompanionName(name, format)).toBe(expected));
