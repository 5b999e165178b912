import type { Document } from '@askg/contract';
import { pageWords } from './page/page-words.ts';
import { scoreCountedLoss } from './page/counted-loss.ts';
import { scoreSentenceBoxes } from './page/sentence-boxes.ts';
import { scoreSilentLoss } from './page/silent-loss.ts';
import type { PaperScore } from './score-paper.ts';

/** What an independent extractor says of the pages that a document was read from. */
export function scorePages(document: Document, file: string): PaperScore & { pages: number } {
  const pages = pageWords(file);
  const { wrong, ...boxes } = scoreSentenceBoxes(document, pages);
  const { lost, reported, ...silent } = scoreSilentLoss(document, pages);
  return {
    pages: pages.length,
    tallies: { boxes, silent, counted: scoreCountedLoss(document, pages) },
    faults: [
      ...wrong.map(({ id, text, page, onPage }) => ({
        measure: 'boxes',
        expected: `${id} page ${page}: ${text}`,
        got: onPage,
      })),
      ...(silent.matched === 0
        ? []
        : lost.map(({ page, text }) => ({
            measure: 'silent',
            expected: `page ${page}: ${text}`,
            got: `reported ${reported}`,
          }))),
    ],
  };
}
