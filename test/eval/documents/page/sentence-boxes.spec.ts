import { describe, expect, it } from '@jest/globals';
import type { Box, Document } from '@askg/contract';
import { documentOf } from '../testing/document-of.ts';
import type { PageWord } from './page-words.ts';
import { scoreSentenceBoxes } from './sentence-boxes.ts';

/** Two lines of a column, twelve words each a tenth of the page wide. */
const page: PageWord[] = 'papers come as files of many kinds and most of them are'
  .split(' ')
  .map((text, i) => ({ text, x: 0.05 + 0.1 * (i % 6), y: i < 6 ? 0.1 : 0.12 }));

function line(y: number, from: number, to: number): Box {
  return { page: 1, x0: 0.1 * from, y0: y - 0.01, x1: 0.1 * to, y1: y + 0.01 };
}

function paper(text: string, boxes: Box[]): Document {
  return documentOf({ paragraphs: [[{ text, boxes }]] });
}

describe('boxes of a sentence', () => {
  it.each([
    ['hold it', [line(0.1, 0, 6), line(0.12, 0, 1)], 1],
    ['miss its last word', [line(0.1, 0, 6)], 0],
    ['hold the line below too', [line(0.1, 0, 6), line(0.12, 0, 6)], 0],
    ['stand on another page', [{ ...line(0.1, 0, 6), page: 2 }], 0],
    ['are none', [], 0],
  ])('%s', (_, boxes, matched) => {
    const document = paper('Papers come as files of many kinds.', boxes);
    expect(scoreSentenceBoxes(document, [page])).toMatchObject({ matched, expected: 1 });
  });

  it('do not count where there are no letters', () => {
    expect(scoreSentenceBoxes(paper('…', []), [page])).toMatchObject({ expected: 0 });
  });
});
