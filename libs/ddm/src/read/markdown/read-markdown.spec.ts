import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { buildDocument } from '../../document/build-document.ts';
import { cutSentences } from '../../enrich/sentences/cut-sentences.ts';
import { bodyTexts } from '../../testing/read-article.ts';
import { checkDocument } from '../../validate/check-document.ts';
import { readMarkdown } from './read-markdown.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'test', 'fixtures', 'markdown');

function read(source: string | Uint8Array, companion?: (name: string) => Uint8Array | undefined): Document {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  const draft = readMarkdown(bytes, companion ? { companion } : {});
  return buildDocument(draft, { digest: '0'.repeat(64), cutSentences });
}

const beside = (name: string): Uint8Array => readFileSync(join(folder, name));
const paper = read(beside('all-structures.md'), beside);
const text = (source: string): string => bodyTexts(read(source)).join('\n');
const finding = (document: Document, code: string) => document.findings.find((candidate) => candidate.code === code);

describe('readMarkdown', () => {
  it('gives a sound document', () => expect(checkDocument(paper)).toEqual([]));

  it('reads the front matter', () => {
    expect(paper).toMatchObject({
      title: 'Everything at once: α in Markdown',
      keywords: ['Markdown', 'pandoc'],
      date: { year: 2024, month: 2, day: 14 },
      language: 'en-GB',
      identifiers: { doi: '10.1000/xyz123' },
      licence: 'CC BY 4.0',
    });
    expect(paper.contributors).toEqual([
      {
        name: 'Ada van der Berg',
        given: 'Ada',
        family: 'van der Berg',
        orcid: '0000-0002-1825-0097',
        email: 'ada@example.org',
        affiliations: ['Institute of Trees, Oslo, Norway', 'University of Leaves'],
        role: 'author',
      },
      // The check digit of her ORCID is wrong.
      {
        name: 'Grace Hopper',
        given: 'Grace',
        family: 'Hopper',
        email: 'grace@example.org',
        affiliations: ['University of Leaves'],
        role: 'author',
      },
      { name: 'The Forest Group', affiliations: [], role: 'author' },
    ]);
  });

  it('writes citations as the page shows them and ties them to the bibliography', () => {
    const sentences = paper.sections[0]?.paragraphs[0]?.sentences ?? [];
    expect(sentences[0]?.text).toBe('Trees grow (see Roe, 2020, p. 3; Müller et al., 2019).');
    expect(sentences[1]?.text).toBe('As Roe (2020, ch. 2) says — and (2020) too — “they don’t stop”.');
    expect(sentences[2]?.text).toContain('(Twin & Twin, 2018a, 2018b)');
    expect(sentences.flatMap(({ citations }) => citations.map((mark) => [mark.marker, ...mark.references]))).toEqual([
      ['Roe, 2020', 'ref2'],
      ['Müller et al., 2019', 'ref1'],
      ['Roe (2020', 'ref2'],
      ['2020', 'ref2'],
      ['Twin & Twin, 2018a', 'ref4'],
      ['2018b', 'ref5'],
      ['@missing'],
    ]);
    expect(finding(paper, 'ddm/dangling-citation')).toMatchObject({ amount: 1 });
  });

  it('lists what is cited, and what nocite names, in the order of a printed list', () => {
    expect(paper.references.map(({ title }) => title)).toEqual([
      'On Über-Trees: A Study',
      'Trees and the α of Leaves',
      'Unseen',
      'Apple trees',
      'Zebra trees',
    ]);
    expect(finding(paper, 'ddm/uncited-entry')).toMatchObject({ amount: 2 });
  });

  it('reads formulas and numbers those that the source numbers', () => {
    expect(paper.formulas.map(({ label, text: formula, tex }) => [label, formula, tex])).toEqual([
      [undefined, 'E = mc^2', 'E = mc^2'],
      ['1', 'S = ∑_(i = 1)^nx_i', String.raw`S = \sum_{i=1}^{n} x_i`],
    ]);
    expect(bodyTexts(paper)[0]).toContain(
      'Water is H2O, and 10^-3 is small; x_i^2 ≤ 1/2 holds, but $5 and $6 are prices.',
    );
  });

  it('fills in cross-references', () => {
    expect(bodyTexts(paper)[1]).toBe(
      'By Equation 1, (1), Figure 1, Table 1 and the summary we know more; fig:none is lost.',
    );
    expect(finding(paper, 'ddm/dangling-label')).toMatchObject({ amount: 1 });
  });

  it('reads figures with their captions, and counts the texts of icons', () => {
    expect(paper.figures).toMatchObject([
      {
        label: 'Figure 1',
        caption: [{ text: 'A tree with leaves (Roe, 2020).', citations: [{ references: ['ref2'] }] }],
      },
    ]);
    expect(finding(paper, 'ddm/dropped-text')?.message).toContain('alternative texts (9)');
  });

  it('reads tables of pipes, grids and columns', () => {
    const cells = paper.tables.map(({ rows }) => rows.map((row) => row.cells.map((cell) => cell.text)));
    expect(cells).toEqual([
      [
        ['Tree', 'Height'],
        ['oak (Roe, 2020)', '20 m'],
        ['elm', 'h^2'],
      ],
      [
        ['Key', 'Value'],
        ['one', 'a long value'],
        ['two', 'short'],
      ],
      [
        ['Result', 'First', 'Second'],
        ['time', '1 ms', '2 ms'],
        ['space', '3 kB', '4 kB'],
      ],
    ]);
    expect(paper.tables.map(({ label, caption }) => [label, caption[0]?.text])).toEqual([
      ['Table 1', 'Heights of trees.'],
      ['Table 2', 'A grid.'],
      [undefined, undefined],
    ]);
  });

  it('keeps code as it is, and lists with their markers', () => {
    const { paragraphs = [] } = paper.sections[1]?.sections[0] ?? {};
    expect(
      paragraphs.map(({ kind, list, sentences }) => [kind, list?.depth, list?.marker, sentences[0]?.text]),
    ).toEqual([
      ['item', 1, '1.', 'First, code_with_$dollar$ stays.'],
      ['item', 1, '2.', 'Second:'],
      ['item', 2, '•', 'inner one'],
      ['item', 2, '•', 'inner two'],
      ['item', 1, '☑', 'done'],
      ['quote', undefined, undefined, 'A quotation of Müller et al. (2019).'],
    ]);
    expect(bodyTexts(paper)).toContain('# Not a heading, and not [@a_citation]\nprice = "$5"');
  });

  it('reads notes, also those that nothing points at', () =>
    expect(
      paper.footnotes.map(({ paragraphs }) =>
        paragraphs.map(({ sentences }) => sentences.map((s) => s.text).join(' ')),
      ),
    ).toEqual([
      ['A note with code and a citation (Müller et al., 2019).', 'Its second paragraph.'],
      ['An inline note.'],
      ['ada@example.org'],
      ['Nothing points at this note.'],
    ]));

  it('reads TeX and HTML amid the text, and tells of what it does not know', () => {
    const texts = bodyTexts(paper);
    expect(texts).toContain('Text with bold words, a span, an \\unknown{command}, a1 and a comment.');
    expect(texts).toContain('Text in a box.');
    expect(texts).toContain('Do $this$, then that.');
    expect(finding(paper, 'ddm/unknown-element')?.message).toContain('\\unknown (1), \\begin{algorithm} (1)');
    expect(finding(paper, 'ddm/dropped-text')?.message).toContain('comments (13), fields of the front matter (23)');
  });

  it('reads title, abstract, numbers and printed references of a file without front matter', () => {
    const printed = read(beside('printed-references.md'));
    expect(printed.title).toBe('A paper without front matter');
    expect(printed.abstract.flatMap(({ sentences }) => sentences.map((s) => s.text))).toEqual([
      'We read printed references.',
      'They have numbers.',
    ]);
    expect(printed.sections.map(({ number, heading }) => [number, heading])).toEqual([
      [undefined, ''],
      ['1', 'Introduction'],
      ['2', 'Conclusion'],
    ]);
    const marks = printed.sections[1]?.paragraphs[0]?.sentences[0]?.citations;
    expect(marks?.map(({ marker, references }) => [marker, references])).toEqual([
      ['[1, 2]', ['ref1', 'ref2']],
      ['[2-3]', ['ref2', 'ref3']],
    ]);
    expect(printed.references[0]).toMatchObject({
      label: '1',
      title: 'A tree grows in the forest',
      doi: '10.1000/abc',
    });
  });

  it('takes a title with a colon that YAML would have in quotation marks', () => {
    const document = read('---\ntitle: Trees: a tool\nauthors:\n  - name: Ann Roe\n---\n\nText.\n');
    expect([document.title, document.contributors[0]?.name, document.findings]).toEqual([
      'Trees: a tool',
      'Ann Roe',
      [],
    ]);
  });

  it('ties pandoc’s cross-references to figures and formulas', () =>
    expect(text('![A tree](a.png){#fig:a}\n\n$$x = y$$ {#eq:b}\n\nSee @fig:a and [@eq:b].')).toBe(
      'See Figure 1 and Equation 1.',
    ));

  it('tells when the bibliography is not to be had, and keeps the keys', () => {
    const alone = read(beside('cart.md'));
    expect(finding(alone, 'ddm/missing-companion')?.message).toContain('paper.bib');
    expect(bodyTexts(alone).join(' ')).toContain('(@bellovin:2019)');
  });

  it.each([
    ['see https://example.org/@user/a_b', 'see https://example.org/@user/a_b'],
    ['a price list: $5, $6 and $7', 'a price list: $5, $6 and $7'],
    ['ask {ann,bo}@example.org or @ann', 'ask {ann,bo}@example.org or @ann'],
    ['write to ann@example.org', 'write to ann@example.org'],
    ['snake_case_name and 2*3*4', 'snake_case_name and 234'],
    ['from C++ to `a_b`', 'from C++ to a_b'],
    ['2--3 pages... "so" \'it\' is', '2–3 pages… “so” ‘it’ is'],
  ])('reads %s', (source, expected) => expect(text(source)).toBe(expected));
});
