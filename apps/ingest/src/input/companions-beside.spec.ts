import { symlinkSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { useTestFolder } from '../testing/test-folder.ts';
import { companionsBeside } from './companions-beside.ts';

const folder = useTestFolder();
const names = (text: string, limits?: Parameters<typeof companionsBeside>[3]): string[] => [
  ...companionsBeside(folder.path('paper', 'main.tex'), Buffer.from(text), 'latex', limits).keys(),
];

describe('companionsBeside', () => {
  it('follows the files that a paper takes in, as far as they stand in its folder', () => {
    folder.write('outside.tex', 'Out.');
    for (const [name, text] of Object.entries({
      'main.bbl': '',
      'sections/a.tex': '\\input{sections/b}\\input{../outside}\\input{main}',
      'sections/b.tex': '\\import{more/}{c}\\input{sections/a}',
      'more/c.tex': '\\input{d}',
      'more/d.tex': '',
      'ours.sty': '\\input{never}',
      'never.tex': '',
      'refs.bib': '',
    })) {
      folder.write(`paper/${name}`, text);
    }
    symlinkSync(folder.path('outside.tex'), folder.path('paper', 'link.tex'));
    const text = '\\usepackage{ours}\\input{sections/a}\\input{link}\\include{absent}\\bibliography{refs}';
    expect(names(text).toSorted()).toEqual([
      'main.bbl',
      'more/c.tex',
      'more/d.tex',
      'ours.sty',
      'refs.bib',
      'sections/a.tex',
      'sections/b.tex',
    ]);
  });

  it.each([
    ['bytes', { file: 100, all: 15, files: 10 }],
    ['files', { file: 100, all: 100, files: 1 }],
  ])('refuses a paper that takes in too many %s', (_, limits) => {
    folder.write('paper/a.tex', 'ten bytes.');
    folder.write('paper/b.tex', 'ten bytes.');
    expect(names('\\input{a}', limits)).toEqual(['a.tex']);
    expect(() => names('\\input{a}\\input{b}', limits)).toThrow(expect.objectContaining({ code: 'ddm/too-large' }));
  });
});
