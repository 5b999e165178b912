import type { Document } from '@askg/contract';
import type { Tally } from '../measures/tally.ts';
import type { PageWord } from './page-words.ts';
import { comparable, isRightToLeft } from './right-to-left.ts';

/** Longer words need no neighbour to be recognised. */
const telling = 12;

export type LossScore = Tally & { reported: number; lost: { page: number; text: string }[] };

/**
 * Letters of words on the page that are in no node of the document, beyond the amount that its findings report. A word is
 * there if it stands beside one of its neighbours on the page. An upper bound: in formulas and tables extractors differ in
 * what stands beside what.
 */
export function scoreSilentLoss(document: Document, pages: readonly (readonly PageWord[])[]): LossScore {
  const { findings, ...nodes } = document;
  const text = comparable(stringsOf(nodes).join(' '));
  const reported = findings.reduce(
    (total, { code, amount = 0 }) => total + (/dropped|hidden/u.test(code) ? amount : 0),
    0,
  );
  const lost: LossScore['lost'] = [];
  let lostLetters = 0;
  let allLetters = 0;
  for (const [i, page] of pages.entries()) {
    const words = page.map((word) => comparable(word.text)).filter((word) => word !== '');
    const run: string[] = [];
    const close = (): void => {
      if (run.length > 0) lost.push({ page: i + 1, text: run.splice(0).join(' ') });
    };
    for (const [j, word] of words.entries()) {
      allLetters += word.length;
      const [left = '', right = ''] = [words[j - 1], words[j + 1]];
      const [before, after] = isRightToLeft(left + word + right)
        ? [right + word, word + left]
        : [left + word, word + right];
      const isThere = text.includes(before) || text.includes(after) || (word.length >= telling && text.includes(word));
      if (isThere) close();
      else {
        run.push(word);
        lostLetters += word.length;
      }
    }
    close();
  }
  const silent = Math.max(0, lostLetters - reported);
  return { matched: silent, predicted: allLetters, expected: allLetters, reported, lost };
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'id' || key === 'boxes' ? [] : stringsOf(inner)));
}
