import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Section } from '@askg/contract';
import { buildDocument } from '../../document/build-document.ts';
import { cutSentences } from '../../enrich/sentences/cut-sentences.ts';
import { readJats } from '../jats/read-jats.ts';
import { loadPdfium } from './engine/pdfium.ts';
import { readPdf } from './read-pdf.ts';
import { madePaper } from './testing/made-paper.ts';
import { linesAt, makePdf, textAt } from './testing/make-pdf.ts';

const digest = '0'.repeat(64);
const read = (bytes: Uint8Array) => buildDocument(readPdf(bytes), { digest, cutSentences });
const textsOf = (section: Section): string[] =>
  section.paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join(' '));
const findingsOf = (bytes: Uint8Array): string[] => readPdf(bytes).findings.map(({ code }) => code);
const prose = 'the quick brown fox jumps over the lazy dog and runs away again';

beforeAll(loadPdfium);

describe('readPdf', () => {
  it('reads the head of a paper', () => {
    const { title, contributors, format } = read(madePaper());
    expect({ title, format }).toEqual({ title: 'A Study of Small Files', format: 'pdf' });
    expect(contributors.map(({ name, affiliations }) => [name, affiliations])).toEqual([
      ['Jane Doe', ['University of Somewhere, Department of Files']],
      ['Richard Roe', ['University of Somewhere, Department of Files']],
    ]);
  });

  it('reads numbered sections, and mends words and paragraphs that lines and pages cut', () => {
    const { sections } = read(madePaper());
    expect(sections.map(({ number, heading }) => [number, heading])).toEqual([
      ['1', 'Introduction'],
      ['2', 'Method'],
    ]);
    const [first, second] = textsOf(sections[0] as Section);
    expect(first).toContain('so that a reader can be shown');
    expect(second).toBe(
      'This paragraph opens with an indent. It says that the last word of this page is not its last word at all, as a paragraph goes on over the page.',
    );
  });

  it('reads references entry by entry, and ties what cites them', () => {
    const { references, sections } = read(madePaper());
    expect(references.map(({ year, volume, issue, doi }) => ({ year, volume, issue, doi }))).toEqual([
      { year: 2019, volume: '3', issue: '2', doi: undefined },
      { year: 2020, volume: '4', issue: '1', doi: '10.1234/files.5678' },
    ]);
    const citations = sections[0]?.paragraphs.flatMap(({ sentences }) =>
      sentences.flatMap((sentence) => sentence.citations),
    );
    expect(citations?.map(({ marker, references: cited }) => [marker, cited])).toEqual([['Doe, 2019', ['ref1']]]);
  });

  it('gives each sentence a box on each page and line it stands on', () => {
    const sentences = read(madePaper()).sections[0]?.paragraphs.at(-1)?.sentences ?? [];
    expect(sentences.map(({ boxes }) => boxes.map(({ page }) => page))).toEqual([[1], [1, 2]]);
    const [box] = sentences[0]?.boxes ?? [];
    expect(box?.x0).toBeCloseTo(84 / 595, 2);
    expect(((box?.y0 ?? 0) + (box?.y1 ?? 0)) / 2).toBeCloseTo((842 - 647) / 842, 2);
  });

  it('reports what it leaves out', () =>
    expect(readPdf(madePaper()).findings).toEqual([
      expect.objectContaining({ code: 'ddm/dropped-text', message: expect.stringContaining('page numbers (2)') }),
    ]));

  it('reads the left column before the right one, and both after what stands above them', () => {
    const line = (text: string) => `${text} is a line of a column`;
    const column = (name: string) => Array.from({ length: 12 }, (_, i) => line(`${name}${i}`));
    const page =
      textAt(72, 780, 'A Title That Runs Across the Columns of the Page', 18, 'bold') +
      linesAt(60, 700, column('left')) +
      linesAt(320, 700, column('right'));
    const text = JSON.stringify(read(makePdf([page])).sections);
    expect(text.indexOf('left11')).toBeLessThan(text.indexOf('right0'));
    expect(text.indexOf('left0')).toBeGreaterThan(0);
  });

  it('reads a page that is turned, and places its text where it is displayed', () => {
    const page = { content: linesAt(72, 700, [prose]), entries: '/Rotate 90 /CropBox [50 50 550 800]' };
    const [sentence] = read(makePdf([page])).sections[0]?.paragraphs[0]?.sentences ?? [];
    expect(sentence?.text).toBe(prose);
    // Turned clockwise, the top of the page is at the right, and text runs down.
    expect(sentence?.boxes[0]?.x0).toBeCloseTo((700 - 50) / 750, 1);
    expect(sentence?.boxes[0]?.y0).toBeCloseTo((72 - 50) / 500, 2);
  });

  it('leaves out what nobody sees, and says so', () => {
    const hidden =
      textAt(72, 700, 'Visible words.') +
      `1 1 1 rg\n${textAt(72, 680, 'white')}0 0 0 rg\n${textAt(72, 660, 'tiny', 1)}${textAt(700, 640, 'outside')}3 Tr\n${textAt(72, 620, 'unseen')}`;
    const draft = readPdf(makePdf([hidden]));
    expect(JSON.stringify(draft.blocks)).not.toMatch(/white|tiny|outside|unseen/);
    expect(draft.findings).toEqual([
      expect.objectContaining({ code: 'ddm/hidden-text', page: 1, amount: 'whitetinyoutsideunseen'.length }),
    ]);
  });

  it('keeps white text on a dark ground', () => {
    const page = `0 0 0 rg 60 690 300 30 re f 1 1 1 rg\n${textAt(72, 700, 'White on black.')}`;
    expect(JSON.stringify(readPdf(makePdf([page])).blocks)).toContain('White on black.');
  });

  it('keeps the metadata of a file without text, and says that it has none', () => {
    const bytes = makePdf(['0 0 100 100 re f'], { info: '/Title (A Scanned Paper)' });
    expect(readPdf(bytes).title).toBe('A Scanned Paper');
    expect(findingsOf(bytes)).toEqual(['ddm/no-text-layer']);
  });

  it('names pages that are pictures among pages with text', () => {
    const picture = 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q';
    expect(readPdf(makePdf([linesAt(72, 700, [prose]), picture])).findings).toEqual([
      expect.objectContaining({ code: 'ddm/page-without-text', page: 2 }),
    ]);
  });

  it('leaves codes of glyphs out that no map explains, and says so', () => {
    const codes = ['QXZKJV BDFGH JKLMN PQRST VWXZ', 'XKCD QWRT ZXCV BNM DFGH JKL'];
    const draft = readPdf(makePdf([linesAt(72, 700, [prose]), linesAt(72, 700, codes, 10, 'unmapped')]));
    expect(JSON.stringify(draft.blocks)).not.toMatch(/QXZ|XKCD/);
    expect(draft.findings).toEqual([
      expect.objectContaining({
        code: 'ddm/no-character-map',
        page: 2,
        amount: codes.join('').replaceAll(' ', '').length,
      }),
    ]);
  });

  it('reads the other pages where one has too many characters', () => {
    const dense = Array.from({ length: 4000 }, (_, i) =>
      textAt(20 + (i % 13) * 0.4, 820 - i / 5, prose, 1.2 + (i % 7) * 0.3),
    );
    const draft = readPdf(makePdf([linesAt(72, 700, [prose]), dense.join('')]));
    expect(JSON.stringify(draft.blocks)).toContain(prose);
    expect(draft.findings).toEqual([expect.objectContaining({ code: 'ddm/page-too-dense', page: 2 })]);
  });

  it.each([
    ['a file that is no PDF', () => new TextEncoder().encode('hello'), 'ddm/malformed-pdf'],
    ['a file that was cut off', () => madePaper().subarray(0, 900), 'ddm/malformed-pdf'],
    ['too many pages', () => makePdf(Array.from({ length: 2001 }, () => '')), 'ddm/too-many-pages'],
    [
      'a file with a password',
      () => readFileSync(new URL('../../../../../test/fixtures/pdf/encrypted.pdf', import.meta.url)),
      'ddm/encrypted',
    ],
  ])('refuses %s', (_, bytes, code) => expect(() => readPdf(bytes())).toThrow(expect.objectContaining({ code })));

  it('is deterministic', () => expect(readPdf(madePaper())).toEqual(readPdf(madePaper())));
});

describe('a published paper', () => {
  const folder = new URL('../../../../../demo/papers/', import.meta.url);
  const load = (name: string) => readFileSync(new URL(name, folder));
  const headingsOf = (sections: readonly Section[]): string[] =>
    sections.flatMap(({ heading, sections: inner }) => [heading, ...headingsOf(inner)]);
  const fold = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '');

  it.each(['jose.00143', 'jose.00198', 'evodynamics.jl'])('is the same as PDF as it is as JATS: %s', (name) => {
    const pdf = read(load(`${name}.pdf`));
    const jats = buildDocument(readJats(load(`${name}.jats.xml`)), { digest, cutSentences });
    expect(fold(pdf.title)).toBe(fold(jats.title));
    expect(pdf.contributors.map((author) => author.name)).toEqual(jats.contributors.map((author) => author.name));
    const known = headingsOf(jats.sections).map(fold);
    expect(
      headingsOf(pdf.sections)
        .map(fold)
        .filter((heading) => known.includes(heading)),
    ).toEqual(known);
    expect(pdf.references).toHaveLength(jats.references.length);
  });
});
