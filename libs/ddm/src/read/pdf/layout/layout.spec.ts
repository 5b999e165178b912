import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadPdfium } from '../engine/pdfium.ts';
import { PdfFile } from '../engine/open-document.ts';
import { toTextPage } from '../lines/to-text-page.ts';
import { linesAt, makePdf, textAt } from '../testing/make-pdf.ts';
import { type DocumentLayout, layOutDocument } from './lay-out-document.ts';

const prose = (name: string, count = 30): string[] =>
  Array.from({ length: count }, (_, i) => `${name} line ${i} of a text that goes on and on across the page`);

function layOut(pages: readonly string[]): DocumentLayout {
  const file = PdfFile.open(makePdf(pages));
  try {
    return layOutDocument(
      pages.map((_, i) => toTextPage(file.readPage(i + 1) as NonNullable<ReturnType<PdfFile['readPage']>>)),
    );
  } finally {
    file.close();
  }
}

const textsOf = ({ pages }: DocumentLayout): string[] =>
  pages.flatMap(({ columns }) => columns.flatMap(({ lines }) => lines.map(({ text }) => text)));

beforeAll(loadPdfium);

describe('layOutDocument', () => {
  it('sets running heads, feet and page numbers apart, by repetition at one place', () => {
    const pages = ['one', 'two', 'three'].map(
      (name, i) =>
        textAt(72, 810, 'Journal of Files', 9) + linesAt(72, 760, prose(name)) + textAt(290, 30, String(i + 11), 9),
    );
    const layout = layOut(pages);
    expect(layout.furniture.map(({ text }) => text).toSorted()).toEqual([
      '11',
      '12',
      '13',
      ...Array.from({ length: 3 }, () => 'Journal of Files'),
    ]);
    expect(textsOf(layout)).toHaveLength(90);
  });

  it('takes the numbers of lines out of the margin, and leaves the first column of a table', () => {
    const numbered = (from: number) =>
      prose('a', 30)
        .map((_, i) => textAt(50, 760 - 22 * i, String(from + i), 6))
        .join('');
    const pages = [1, 31].map((from) => linesAt(72, 760, prose('text'), 10, 'helvetica', 22) + numbered(from));
    const table = ['1', '2', '3', '4', '5', '6']
      .map((number, i) => textAt(80, 90 - 12 * i, number) + textAt(200, 90 - 12 * i, `row ${number}`))
      .join('');
    const layout = layOut([...pages, linesAt(72, 760, prose('last')) + table]);
    expect(layout.lineNumbers).toBe(9 + 2 * 51);
    expect(textsOf(layout).filter((text) => /^\d+ row/.test(text))).toHaveLength(6);
  });

  it('sets a narrow column of small print beside the text of the first page apart', () => {
    const side = linesAt(
      30,
      600,
      ['DOI: 10.1234/abc', 'Published: 1 May 2025', 'Licence', 'Authors keep their rights', 'and give this away'],
      7,
    );
    const layout = layOut([linesAt(170, 760, prose('text'), 10) + side]);
    expect(layout.pages[0]?.margin.map(({ text }) => text)).toContain('Published: 1 May 2025');
    expect(textsOf(layout)).toHaveLength(30);
  });

  it('keeps what crosses the gap between two columns in its place', () => {
    const column = (name: string, y: number) =>
      Array.from({ length: 12 }, (_, i) => `${name}${i} of a narrow column of text`).map(
        (line, i) => [line, y - 12 * i] as const,
      );
    const draw = (x: number, lines: readonly (readonly [string, number])[]) =>
      lines.map(([line, y]) => textAt(x, y, line)).join('');
    const page =
      draw(60, column('a', 780)) +
      draw(320, column('b', 780)) +
      textAt(
        60,
        600,
        'A line that runs across both of the columns and parts the page in an upper and a lower half',
        10,
      ) +
      draw(60, column('c', 560)) +
      draw(320, column('d', 560));
    const order = textsOf(layOut([page])).map((text) => /^(?:([abcd])(?=\d)|A)/.exec(text)?.[0] ?? '?');
    expect(order.filter((name, i) => name !== order[i - 1])).toEqual(['a', 'b', 'A', 'c', 'd']);
  });

  it('finds a table between rules, and the text in it', () => {
    const rule = (y: number) => `60 ${y} m 300 ${y} l S\n`;
    const rows = [
      ['Model', 'Acc', 'F1'],
      ['ours', '9.1', '8.7'],
      ['theirs', '8.0', '7.9'],
    ];
    const cells = rows
      .map((row, i) => row.map((cell, at) => textAt(65 + 90 * at, 600 - 14 * i, cell)).join(''))
      .join('');
    const layout = layOut([
      linesAt(60, 780, prose('above', 8)) +
        rule(612) +
        rule(596) +
        rule(566) +
        cells +
        linesAt(60, 500, prose('below', 8)),
    ]);
    const areas = layout.pages[0]?.columns.flatMap((column) => column.areas) ?? [];
    expect(areas.map(({ kind, lines }) => [kind, lines.map(({ text }) => text)])).toEqual([
      ['table', ['Model Acc F1', 'ours 9.1 8.7', 'theirs 8.0 7.9']],
    ]);
  });
});
