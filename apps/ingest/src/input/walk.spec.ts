import { mkdirSync, symlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { IngestError } from '../ingest-error.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { type Found, walk } from './walk.ts';

const folder = useTestFolder();

async function found(paths: string[], except: string[] = []): Promise<string[]> {
  const all: Found[] = [];
  for await (const each of walk(paths, except)) all.push(each);
  return all.map((each) => `${basename(each.path)}${each.type === 'file' ? '' : `: ${each.reason}`}`);
}

describe('walking a folder', () => {
  it('gives the files in it and below, in order of name', async () => {
    for (const name of ['b.xml', 'a.xml', 'sub/c.xml', 'a/z.xml']) folder.write(name, 'x');
    expect(await found([folder.path()])).toEqual(['z.xml', 'a.xml', 'b.xml', 'c.xml']);
  });

  it('passes over what is hidden, and over folders that are not to be entered', async () => {
    for (const name of ['.hidden/a.xml', '.b.xml', 'data/c.xml', 'd.xml']) folder.write(name, 'x');
    expect(await found([folder.path()], [folder.path('data')])).toEqual(['d.xml']);
  });

  it('follows no link, neither out of the folder nor round in it', async () => {
    folder.write('outside/secret.xml', 'x');
    mkdirSync(folder.path('inside'));
    symlinkSync(folder.path('outside'), folder.path('inside', 'out'));
    symlinkSync(folder.path('outside', 'secret.xml'), folder.path('inside', 'secret.xml'));
    symlinkSync(folder.path('inside'), folder.path('inside', 'round'));
    expect(await found([folder.path('inside')])).toEqual([
      'out: links are not followed',
      'round: links are not followed',
      'secret.xml: links are not followed',
    ]);
  });

  it('leaves out a PDF whose paper stands beside it as XML', async () => {
    for (const name of ['one.jats.xml', 'one.pdf', 'two.nxml', 'two.PDF', 'three.pdf']) folder.write(name, 'x');
    expect(await found([folder.path()])).toEqual([
      'one.jats.xml',
      'one.pdf: the same paper stands beside it as XML, which tells more',
      'three.pdf',
      'two.PDF: the same paper stands beside it as XML, which tells more',
      'two.nxml',
    ]);
  });
});

describe('a paper in LaTeX of several files', () => {
  const whole = (title: string, body = ''): string =>
    `\\documentclass{article}\\title{${title}}\\begin{document}\\maketitle ${body}\\end{document}`;

  it('is one paper', async () => {
    folder.write('main.tex', whole('Elms', '\\input{sections/a}\\includegraphics{figs/tree}\\bibliography{refs}'));
    folder.write('sections/a.tex', whole('A part', '\\includegraphics{leaf.pdf}'));
    for (const name of ['figs/tree.pdf', 'figs/other.pdf', 'leaf.pdf', 'main.pdf', 'refs.bib']) folder.write(name, 'x');
    folder.write('supplement.tex', whole('More on elms'));
    expect(await found([folder.path()])).toEqual([
      'other.pdf',
      'tree.pdf: part of main.tex',
      'leaf.pdf: part of main.tex',
      'main.pdf: the same paper stands beside it as main.tex',
      'main.tex',
      'refs.bib: part of main.tex',
      'a.tex: part of main.tex',
      'supplement.tex: stands beside main.tex',
    ]);
  });

  it('is told from papers of one file each, also such as take each other in', async () => {
    folder.write('a.tex', whole('Elms', '\\input{b}'));
    folder.write('b.tex', whole('Oaks', '\\input{a}'));
    folder.write('c.tex', whole('Firs', '\\input{../d}'));
    folder.write('c/d.tex', whole('Pines'));
    expect(await found([folder.path()])).toEqual(['a.tex', 'b.tex', 'd.tex', 'c.tex']);
  });
});

describe('a path that was given by name', () => {
  it('is followed when it is a link', async () => {
    folder.write('real/a.xml', 'x');
    symlinkSync(folder.path('real'), folder.path('link'));
    expect(await found([folder.path('link')])).toEqual(['a.xml']);
  });

  it('has to exist, before any other is looked at', async () => {
    const file = folder.write('a.xml', 'x');
    await expect(walk([file, folder.path('nowhere')]).next()).rejects.toThrow(IngestError);
  });
});
