import { describe, expect, it } from '@jest/globals';
import { mainFile } from './main-file.ts';
import { SourceFiles } from './source-files.ts';

const whole = '\\documentclass{article}\\title{T}\\begin{document}\\maketitle\\end{document}';
const main = (files: Record<string, string>): string | undefined =>
  mainFile(new SourceFiles(new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))));

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
