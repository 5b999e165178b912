import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { gap } from '../measures/letters.ts';
import { converterMarkdown } from './converter-markdown.ts';
import { findSources } from './find-sources.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'askg-latex-'));
  mkdirSync(join(folder, 'paper', 'parts'), { recursive: true });
  writeFileSync(join(folder, 'outside.tex'), 'Outside.');
  writeFileSync(join(folder, '1234.56789.tar.gz'), '');
  writeFileSync(join(folder, 'paper', 'main.tex'), '% x\n\\documentclass{article}');
  writeFileSync(join(folder, 'paper', 'parts', 'one.tex'), 'One.');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('sources in LaTeX', () => {
  it('are archives, and files with a document class', () =>
    expect(findSources(folder).map(({ name }) => name)).toEqual(['1234.56789', 'paper']));
});

it('takes a converter’s Markdown apart, with gaps for citations and formulas', () =>
  expect(
    converterMarkdown(
      '# T\n\nA. Author\n\n## One\n\nWe cite[a,b] it. Now $x$ &lt; 1.\n\n| a |\n| - |\n\n## Two\n\n- An item.',
    ),
  ).toEqual({ headings: ['One', 'Two'], sentences: [`We cite${gap} it.`, `Now ${gap} < 1.`, 'An item.'] }));
