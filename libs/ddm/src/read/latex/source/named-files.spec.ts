import { describe, expect, it } from '@jest/globals';
import { namedFiles, namedPictures } from './named-files.ts';

const paths = (text: string, folders?: string[]): string[] => namedFiles(text, folders).map(({ path }) => path);

describe('namedFiles', () => {
  it.each<[string, string, string[]]>([
    ['\\input in braces', '\\input{sections/a}', ['sections/a.tex', 'sections/a', 'sections/a.ltx']],
    ['\\input up to a space', '\\input a.tex\n', ['a.tex', 'a.tex.ltx']],
    ['\\bibliography', '\\bibliography{refs, more.bib}', ['refs.bib', 'more.bib']],
    ['\\addbibresource', '\\addbibresource[label=x]{main.bib}', ['main.bib']],
    ['packages and the class', '\\documentclass[a]{ours}\\usepackage{x,y}', ['x.sty', 'y.sty', 'ours.cls']],
    ['names that lead out of the folder', '\\input{../a}\\include{/b}\\input{c\\d}\\bibliography{a/../../b}', []],
    ['other commands', '\\inputencoding{utf8}\\includeonly{a}\\includegraphics{a}', []],
  ])('finds %s', (_, text, expected) => expect(paths(text)).toEqual(expected));

  it('looks for names as \\import changes their folder', () => {
    const [first] = namedFiles('\\import{b/}{one}');
    expect(first).toEqual({ path: 'b/one.tex', folders: ['b', ''] });
    expect(paths('\\input{two.tex}', first?.folders as string[])).toContain('b/two.tex');
  });
});

it('finds pictures, in the folders that the source gives', () => {
  const text = '\\graphicspath{{figs/}{./more/}}\\includegraphics[width=\\textwidth]{tree}\\includegraphics{../out}';
  expect(namedPictures(text)).toEqual(['tree', 'figs/tree', 'more/tree', 'out']);
});

it.each<[string, string]>([
  ['spaces', `\\bibliography${' '.repeat(300_000)}x`],
  ['options that nobody closes', '\\includegraphics['.repeat(50_000)],
  ['groups that nobody closes', '\\input{'.repeat(50_000)],
  ['folders that nobody closes', `\\graphicspath{${'{a}'.repeat(50_000)}`],
])('is not held up by %s', (_, text) => expect([namedFiles(text), namedPictures(text)]).toEqual([[], []]));
