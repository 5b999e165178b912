import type { Format } from '@askg/contract';
import { expect, it } from '@jest/globals';
import { companionNames, isCompanionName } from './companion-names.ts';

it.each<[string, Format, string, string[]]>([
  ['the front matter', 'markdown', '---\ntitle: T\nbibliography: paper.bib\n---\n', ['paper.bib']],
  ['a list in the front matter', 'markdown', '---\nbibliography: [a.bib, "b-2.bib"]\n---\n', ['a.bib', 'b-2.bib']],
  ['\\bibliography', 'latex', '\\bibliography{refs, more.bib}\n\\bibliography{refs}', ['refs.bib', 'more.bib']],
  ['\\addbibresource', 'latex', '\\addbibresource[label=x]{main.bib}', ['main.bib']],
  ['names that lead out of the folder', 'latex', '\\bibliography{../secret,/etc/passwd,a/b,a\\b}', []],
  ['a format that holds its references itself', 'jats', 'bibliography: paper.bib', []],
])('finds what %s names', (_, format, text, names) => {
  expect(companionNames(Buffer.from(text), format)).toEqual(names);
});

it.each(['../a.bib', '/a.bib', 'a/b.bib', 'a.bib\n', 'a.tex', 'C:a.bib', ''])('does not take %j', (name) =>
  expect(isCompanionName(name)).toBe(false),
);
