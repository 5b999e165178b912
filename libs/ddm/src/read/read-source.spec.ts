import { Format } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { DdmError } from '../ddm-error.ts';
import { fixture, fixtureNames } from '../testing/fixtures.ts';
import { isReadable, readSource } from './read-source.ts';

/** What each hostile file ends in, or the title that is read from it. */
const ends: Readonly<Record<string, { code: string; says: string } | { title: string; finding?: string }>> = {
  'docbook.xml': { code: 'ddm/not-jats', says: 'docbook.org/ns/docbook}article' },
  'entity-bomb.xml': { code: 'ddm/forbidden-entity', says: 'line 13' },
  'external-entity.xml': { code: 'ddm/forbidden-entity', says: 'line 2' },
  'latin-1.xml': { title: 'Café' },
  'malformed.xml': { code: 'ddm/malformed-xml', says: 'line 3, column 27: unexpected close tag' },
  'named-characters.xml': { title: 'Α & Ω' },
  'no-body.xml': { title: 'Only metadata', finding: 'ddm/no-body' },
  'other-prefixes.xml': { title: 'Prefixes' },
  'other-root.xml': { code: 'ddm/not-jats', says: 'catalogue' },
  'parameter-entity.xml': { code: 'ddm/forbidden-entity', says: 'line 5' },
  'truncated.xml': { code: 'ddm/malformed-xml', says: 'unclosed tag: p' },
  'undefined-entity.xml': { code: 'ddm/malformed-xml', says: 'line 3, column 143: undefined entity' },
  'unknown-encoding.xml': { code: 'ddm/unsupported-encoding', says: 'EBCDIC-CP-US' },
  'utf-16.xml': { title: 'Café' },
  'wrong-encoding.xml': { code: 'ddm/malformed-xml', says: 'line 2, column 62' },
};

async function outcome(bytes: Uint8Array, options = {}) {
  try {
    return await readSource(bytes, options);
  } catch (error) {
    if (error instanceof DdmError) return error;
    throw error;
  }
}

describe('readSource', () => {
  it('has an expectation for every hostile file', () => {
    expect(fixtureNames('hostile')).toEqual(Object.keys(ends).toSorted());
  });

  it.each(Object.entries(ends))('%s ends as it should', async (name, end) => {
    const result = await outcome(fixture(`hostile/${name}`), { fileName: name });
    if ('code' in end) {
      expect(result).toMatchObject({ code: end.code, message: expect.stringContaining(end.says) });
      expect(result).toMatchObject({ fix: expect.stringMatching(/\.$/) });
    } else {
      expect(result).toMatchObject({ title: end.title });
      if (end.finding) expect(result).toMatchObject({ findings: [{ code: end.finding }] });
    }
  });

  it.each<[string, Uint8Array, object, string]>([
    ['no bytes', new Uint8Array(), {}, 'ddm/empty-file'],
    ['white space only', Buffer.from(' \n\t\r'), {}, 'ddm/empty-file'],
    ['a format that nobody knows', Buffer.from('Just words.'), {}, 'ddm/unknown-format'],
    ['an article with neither front nor body', Buffer.from('<article><back/></article>'), {}, 'ddm/not-jats'],
    ['a set of two articles', Buffer.from('<pmc-articleset><article/><article/></pmc-articleset>'), {}, 'ddm/not-jats'],
    ['another format named JATS by the caller', Buffer.from('# Markdown'), { as: 'jats' }, 'ddm/malformed-xml'],
  ])('refuses %s', async (_, bytes, options, code) => expect(await outcome(bytes, options)).toMatchObject({ code }));

  it('reads the one article of a set', async () => {
    const set = `<pmc-articleset>${fixture('plos-2014-correction.xml')
      .toString()
      .replace(/^[\s\S]*?(?=<article)/, '')}</pmc-articleset>`;
    expect(await outcome(Buffer.from(set))).toMatchObject({
      title: expect.stringContaining('Correction: Macrophage Control'),
    });
  });

  it('names the file in its message', async () => {
    expect(await outcome(new Uint8Array(), { fileName: 'a.xml' })).toMatchObject({
      message: expect.stringContaining('a.xml'),
    });
  });

  it.each<[string, string, string]>([
    ['TEI', '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Words.</p></body></text></TEI>', 'tei'],
    ['HTML', '<!doctype html><title>T</title><p>Words.</p>', 'html'],
    ['LaTeX', '\\documentclass{article}\\title{T}\\begin{document}Words.\\end{document}', 'latex'],
    ['Markdown', '---\ntitle: T\n---\n\nWords.\n', 'markdown'],
  ])('reads %s', async (_, text, format) =>
    expect(await readSource(Buffer.from(text))).toMatchObject({
      format,
      blocks: [{ type: 'paragraph', content: { text: 'Words.' } }],
    }),
  );

  it('asks the caller for the bibliography that a paper names', async () => {
    const paper = Buffer.from('---\ntitle: T\nbibliography: a.bib\n---\n\nWords [@roe].\n');
    const companion = (name: string) =>
      name === 'a.bib' ? Buffer.from('@misc{roe, author = {Roe, Jo}, title = {On Words}, year = 2001}') : undefined;
    expect(await readSource(paper, { companion })).toMatchObject({
      blocks: [{ content: { text: 'Words (Roe, 2001).' } }],
      references: [{ title: 'On Words' }],
    });
  });

  it('can read every format that it knows', () =>
    expect(Format.options.filter((format) => !isReadable(format))).toEqual([]));
});
