import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Box } from '@askg/contract';
import { describeFont } from '../engine/fonts.ts';
import { loadPdfium } from '../engine/pdfium.ts';
import { fragmentOf, type Piece, type Script } from '../lines/fragment.ts';
import { type Line, lineOf } from '../lines/line.ts';
import { readPdf } from '../read-pdf.ts';
import { madePaper } from '../testing/made-paper.ts';
import { flowText } from '../text/flow-text.ts';
import { Lexicon } from '../text/lexicon.ts';
import { findText, searchable } from './find-text.ts';
import { isoDate, printedDates } from './printed-dates.ts';

const font = describeFont('Helvetica');
const line = (baseline: number, ...words: [string, Script?][]): Line => {
  let x0 = 0;
  const pieces = words.map(([text, script = 'base'], i): Piece => {
    const size = script === 'base' ? 10 : 6;
    const piece = { text, x0, x1: x0 + 5 * text.length, baseline, size, font, colour: 0, script };
    x0 = piece.x1 + (script === 'base' ? 5 : 0);
    return { ...piece, space: i > 0 && script === 'base' };
  });
  return lineOf(1, [fragmentOf(pieces, 0)]);
};
const search = (text: string, ...lines: Line[]): string | undefined =>
  findText(text, searchable(flowText(lines, new Lexicon(lines))))?.text;

describe('findText', () => {
  it('finds a text over lines, whatever its case, accents and signs', () =>
    expect(search('José Müller–Meier', line(10, ['By']), line(22, ['JOSE'], ['Muller-']), line(34, ['Meier']))).toBe(
      'JOSE Muller-Meier',
    ));

  it('finds no part of a word, but a word with a raised sign on it', () => {
    expect(search('Jane Doe', line(10, ['Jane'], ['Doering']))).toBeUndefined();
    expect(search('Jane Doe', line(10, ['Jane'], ['Doe'], ['1', 'super'], ['and']))).toBe('Jane Doe');
  });

  it('looks for nothing that may stand anywhere', () => expect(search('of', line(10, ['of']))).toBeUndefined());
});

describe('printed dates', () => {
  it('are tried from the most exact on', () => {
    expect(printedDates({ year: 2024, month: 5, day: 3 }).slice(0, 2)).toEqual(['03 May 2024', '3 May 2024']);
    expect(printedDates({ year: 2024, month: 5 })).toEqual(['May 2024', 'May 2024', '2024']);
  });

  it('stand for the date of the document', () => {
    expect(isoDate({ year: 2024, month: 5, day: 3 })).toBe('2024-05-03');
    expect(isoDate({ year: 2024 })).toBe('2024');
  });
});

describe('the places of metadata', () => {
  beforeAll(loadPdfium);

  it('are boxes on the page for the title, the authors and where they work', () => {
    const places = new Map(readPdf(madePaper()).places?.map(({ text, boxes }) => [text, boxes]));
    const heightOf = ([box]: Box[] = []): number => 842 * (1 - ((box?.y0 ?? 0) + (box?.y1 ?? 0)) / 2);
    expect([...places.keys()]).toEqual([
      'A Study of Small Files',
      'Jane Doe',
      'University of Somewhere, Department of Files',
      'Richard Roe',
    ]);
    expect(heightOf(places.get('A Study of Small Files'))).toBeCloseTo(770 + 0.265 * 18, 0);
    expect(heightOf(places.get('Richard Roe'))).toBeCloseTo(745 + 0.265 * 11, 0);
    const [jane, richard] = [places.get('Jane Doe')?.[0], places.get('Richard Roe')?.[0]];
    expect(jane?.x1).toBeLessThan(richard?.x0 ?? 0);
  });
});
