import { gzipSync } from 'node:zlib';
import type { Format } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { detectFormat } from './detect-format.ts';

describe('detectFormat', () => {
  it.each<[string, string, string | undefined, Format | undefined]>([
    ['a PDF, even after some bytes of a mail', 'junk\n%PDF-1.7', 'a.txt', 'pdf'],
    ['JATS', '<article xml:lang="en"><front/></article>', undefined, 'jats'],
    ['JATS under another name', '<?xml version="1.0"?><!-- x --><article><front/></article>', 'paper.html', 'jats'],
    [
      'JATS behind a DOCTYPE with a subset',
      '<!DOCTYPE article [<!ATTLIST a b CDATA ">">]>\n<article/>',
      undefined,
      'jats',
    ],
    ['what PubMed Central wraps it in', '<pmc-articleset><article/></pmc-articleset>', undefined, 'jats'],
    ['a list of strings in TEI, not a paper', '<?xml version="1.0"?><tei><listBibl/></tei>', undefined, undefined],
    ['TEI with a prefix', '<tei:TEI xmlns:tei="http://www.tei-c.org/ns/1.0"/>', undefined, 'tei'],
    ['HTML', '<!DOCTYPE html><html></html>', undefined, 'html'],
    ['XHTML', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', undefined, 'html'],
    ['LaTeX', '% comment\n\\documentclass{article}', 'paper', 'latex'],
    ['Turtle', '@prefix ddm: <https://w3id.org/askg/ddm#> .', undefined, 'ddm-turtle'],
    ['N-Triples', '# part\n<http://a.org/x> <http://a.org/y> "z" .\n', undefined, 'ddm-turtle'],
    ['a paper in JSON', '{ "sections": [{ "paragraphs": [{ "sentences": [] }] }] }', 'a.json', 'ddm-json'],
    ['other JSON', '{ "sections": [] }', 'a.json', undefined],
    ['Markdown by its name only', '# A title', 'paper.md', 'markdown'],
    [
      'Markdown by its front matter',
      '---\nauthors: [a]\ntitle: T\n---\n\n\\begin{document} is LaTeX.',
      undefined,
      'markdown',
    ],
    ['DocBook, which also has articles', '<article xmlns="http://docbook.org/ns/docbook"/>', 'a.xml', undefined],
    ['other XML', '<?xml version="1.0"?><catalogue/>', 'a.nxml', undefined],
    ['plain text', 'Just words.', 'a.txt', undefined],
    ['a name that is a property of objects', 'Just words.', 'a.constructor', undefined],
  ])('knows %s', (_, text, fileName, format) => expect(detectFormat(Buffer.from(text), fileName)).toBe(format));

  it('reads the root in any encoding that a file may have', () => {
    expect(detectFormat(Buffer.from('\ufeff<?xml version="1.0"?><article/>', 'utf16le'))).toBe('jats');
  });

  it('takes an archive for a source in LaTeX, compressed or not', () => {
    const tar = Buffer.alloc(1024);
    tar.write('main.tex');
    tar.write('ustar', 257);
    expect([detectFormat(tar, 'a.tar'), detectFormat(gzipSync(tar), '2301.00001.gz')]).toEqual(['latex', 'latex']);
    expect(detectFormat(gzipSync('\\documentclass{article}'), '2301.00001.gz')).toBe('latex');
  });

  it('says nothing of bytes that are no text', () => {
    expect(detectFormat(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'paper.nxml')).toBeUndefined();
  });
});
