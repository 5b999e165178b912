import type { Format } from '@askg/contract';
import { expect, it } from '@jest/globals';
import { saysPaper } from './says-paper.ts';

it.each<[string, Format, string, boolean]>([
  ['front matter with a title', 'markdown', "---\ntags:\n  - trees\ntitle: 'On elms'\n---\n\n# Summary\n", true],
  [
    'front matter behind a byte order mark, with Windows line ends',
    'markdown',
    '\uFEFF---\r\ntitle: Elms\r\n---\r\n',
    true,
  ],
  ['a README', 'markdown', '# On elms\n\ntitle: none\n', false],
  ['front matter of a web site, and the word further down', 'markdown', '---\nlayout: post\n---\ntitle: x\n', false],
  ['a page with the metadata of a publisher', 'html', '<html><head><meta name="citation_title" content="Elms">', true],
  ['a page that LaTeXML made', 'html', '<body><div class="ltx_page_main">', true],
  ['a paper in LaTeX', 'latex', '% v2\n\\documentclass{article}', true],
  ['a part of a paper in LaTeX', 'latex', '\\section{Method}', false],
  ['an archive', 'latex', 'main.tex\0\0\0', true],
  ['a graph of papers', 'ddm-turtle', '@prefix ddm: <https://w3id.org/askg/ddm#> .', true],
  ['a graph of anything', 'ddm-turtle', '@prefix ex: <http://example.org/> .', false],
  ['any other page', 'html', '<!doctype html><title>Elms</title><p>Buy trees.', false],
  ['a format that is used for papers', 'jats', '<article>', true],
])('%s', (_, format, head, expected) => {
  expect(saysPaper(Buffer.from(head), format)).toBe(expected);
});
