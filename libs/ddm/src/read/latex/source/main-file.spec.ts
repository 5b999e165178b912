import { describe, expect, it } from '@jest/globals';
import { mainFile, mainFiles } from './main-file.ts';
import { SourceFiles } from './source-files.ts';

const whole = '\\documentclass{article}\\title{T}\\begin{document}\\maketitle\\end{document}';
const sources = (files: Record<string, string>): SourceFiles =>
  new SourceFiles(new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));
const main = (files: Record<string, string>): string | undefined => mainFile(sources(files));

describe('mainFile', () => {
  it.each<[string, Record<string, string>, string | undefined]>([
    ['the only one with a class', { 'b.tex': whole, 'a.tex': 'Words.' }, 'b.tex'],
    ['not one that only draws', { 'a.tex': whole.replace('{article}', '{standalone}'), 'z.tex': whole }, 'z.tex'],
    ['not the supplement', { 'appendix.tex': whole, 'ours.tex': whole }, 'ours.tex'],
    ['the one with the list of references', { 'a.tex': whole, 'b.tex': whole, 'b.bbl': '' }, 'b.tex'],
    ['not one whose class is a comment', { 'a.tex': `%${whole}`, 'b.tex': whole }, 'b.tex'],
    ['the one that arXiv names', { 'a.tex': whole, 'b.tex': whole, '00README.XXX': 'b.tex toplevelfile\n' }, 'b.tex'],
    ['none where there is none', { 'a.tex': 'Words.' }, undefined],
  ])('is %s', (_, files, expected) => expect(main(files)).toBe(expected));
});

describe('mainFiles', () => {
  const titled = (title: string, kind = 'article'): string =>
    whole.replace('{T}', `{${title}}`).replace('{article}', `{${kind}}`);
  it.each<[string, Record<string, string>, string[]]>([
    [
      'papers of different titles',
      { 'a.tex': titled('A'), 'b.tex': titled('B'), 'c.tex': 'Words.' },
      ['a.tex', 'b.tex'],
    ],
    ['one version of a paper', { 'v1.tex': titled('On \\LaTeX{} a'), 'main.tex': titled('On  {A}') }, ['main.tex']],
    [
      'no supplement, letter or slides',
      { 'supp.tex': titled('S'), 'p.tex': titled('P', 'beamer'), 'x.tex': whole },
      ['x.tex'],
    ],
    ['a supplement by itself', { 'supp.tex': titled('S') }, ['supp.tex']],
    ['no pictures or parts', { 'a.tex': titled('A', 'standalone'), 'b.tex': titled('B', 'subfiles') }, []],
  ])('are %s', (_, files, expected) => expect(mainFiles(sources(files))).toEqual(expected));
});
