import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadPdfium } from '../engine/pdfium.ts';
import { readPdf } from '../read-pdf.ts';
import { linesAt, makePdf, marked, textAt } from '../testing/make-pdf.ts';

const column = (name: string): string[] =>
  Array.from({ length: 20 }, (_, i) => `the ${name} column goes on in its line ${i + 1}.`);

const title = textAt(72, 790, 'A Title in Large Letters over Both Columns', 20);
const left = linesAt(40, 740, column('left'));
const right = linesAt(320, 740, column('right'));

function firstColumnOf(content: string, elements?: readonly string[]): string | undefined {
  const { blocks } = readPdf(makePdf([{ content, ...(elements ? { elements } : {}) }]));
  return JSON.stringify(blocks).match(/the (left|right) column/)?.[1];
}

beforeAll(loadPdfium);

describe('inTaggedOrder', () => {
  it('reads the columns of a page in the order of the structure tree', () => {
    expect(firstColumnOf(marked(0, title) + marked(1, right) + marked(2, left), ['Title', 'P', 'P'])).toBe('right');
  });

  it('reads from left to right without a tree, and where the tree leaves text out', () => {
    expect(firstColumnOf(title + right + left)).toBe('left');
    expect(firstColumnOf(marked(0, title) + marked(1, right) + left, ['Title', 'P'])).toBe('left');
  });

  it('does not follow a tree that goes to and fro between the columns', () => {
    const content = [
      marked(0, title),
      marked(1, linesAt(320, 740, column('right').slice(0, 10))),
      marked(2, left),
      marked(3, linesAt(320, 620, column('right').slice(10))),
    ];
    expect(firstColumnOf(content.join(''), ['Title', 'P', 'P', 'P'])).toBe('left');
  });
});
