import { beforeAll, expect, it } from '@jest/globals';
import { loadPdfium } from '../engine/pdfium.ts';
import { readPdf } from '../read-pdf.ts';
import { linesAt, makePdf, textAt } from '../testing/make-pdf.ts';

beforeAll(loadPdfium);

const left = 72;
const text =
  textAt(left, 770, 'A Study of Small Files', 18, 'bold') +
  textAt(left, 745, 'Jane Doe', 11) +
  textAt(left, 710, '1 Introduction', 14, 'bold') +
  linesAt(left, 690, [
    'Small files are made by hand and hold nothing that was not asked for, so that readers can be',
    'shown what it does with each of them. A sentence may go on in the next line of the paragraph.',
  ]) +
  textAt(left, 640, 'References', 14, 'bold');

it('puts a DOI together that a line cut at one of its brackets', () => {
  const entries =
    linesAt(left, 620, [
      'Doe, J. (1996). Files and what is in them. Journal of Files, 14, 33-38. https://doi.org/10.1016/0263-7855(96)',
    ]) +
    linesAt(left + 14, 608, ['00018-5']) +
    linesAt(left, 592, [
      'Roe, R. (2020). A very long title that needs two lines to be printed in full, because of its words.',
    ]) +
    linesAt(left + 14, 580, ['Journal of Files, 4(1), 1-9.']);
  const { references } = readPdf(makePdf([text + entries]));
  expect(references.map(({ doi, pages }) => [doi, pages])).toEqual([
    ['10.1016/0263-7855(96)00018-5', '33–38'],
    [undefined, '1–9'],
  ]);
});

it('begins an entry after a page break at an institution too, where gaps part the entries', () => {
  const entries = (y: number, ...list: string[][]): string =>
    list.map((lines, i) => linesAt(left, y - 34 * i, lines)).join('');
  const first = entries(
    620,
    [
      'Doe, J. (1996). Files and what is in them, told in a title that is longer than one line of the page',
      'can be. Journal of Files, 14, 33-38.',
    ],
    [
      'Roe, R. (2020). A very long title that needs two lines to be printed in full, because of its words.',
      'Journal of Files, 4(1), 1-9.',
    ],
  );
  const second = entries(
    770,
    [
      'R Core Team. (2013). R: A language and environment for statistical computing. Somewhere, Elsewhere:',
      'R Foundation for Statistical Computing.',
    ],
    [
      'Sea, S. (2008). Another title that is longer than one line of the page can be, as all of them are here.',
      'Journal of Files, 5(1), 1-9.',
    ],
  );
  const { references } = readPdf(makePdf([text + first, second]));
  expect(references.map(({ authors }) => authors)).toEqual([['Doe, J.'], ['Roe, R.'], ['R Core Team'], ['Sea, S.']]);
});
