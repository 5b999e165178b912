import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { letters } from './measures/letters.ts';
import type { Tally } from './measures/tally.ts';
import { pageText } from './page/page-words.ts';
import { findTruths } from './pairs.ts';
import type { Prediction } from './predict.ts';
import type { ScoredPaper } from './report.ts';
import { scorePages } from './score-pages.ts';
import { scorePaper } from './score-paper.ts';
import { checkedDigest } from './truths/checked-truth.ts';
import { truthOnPage } from './truths/on-page.ts';
import { readTruth } from './truths/read-truth.ts';

const checked = join(import.meta.dirname, '..', 'gold');

/** Truths of a file, and what was checked of these very bytes. */
export function truthFiles({ file, digest }: Prediction, data: string, gold: string): string[] {
  const byHand = join(checked, `${basename(file.name)}.checked.json`);
  const isSame = existsSync(byHand) && checkedDigest(byHand) === digest;
  return [...findTruths(file, data, gold), ...(isSame ? [byHand] : [])];
}

/** Compares a prediction with all that is known of its paper, and with its pages if `hasPoppler`. */
export function scorePrediction(
  { file, document, problem, processorSeconds: seconds }: Prediction,
  files: readonly string[],
  hasPoppler: boolean,
): ScoredPaper {
  const { name, template, path } = file;
  const paper = { name, template, truths: files.map((truth) => basename(truth)), seconds };
  if (!document) return { ...paper, pages: 0, tallies: {}, faults: [], problem: problem ?? 'not read' };
  const pages = hasPoppler ? scorePages(document, path) : { pages: 0, tallies: {}, faults: [] };
  const total: Pick<ScoredPaper, 'tallies' | 'faults'> = { tallies: { ...pages.tallies }, faults: [...pages.faults] };
  const skipped: string[] = [];
  const text = hasPoppler ? pageText(path) : undefined;
  for (const truth of files.map(readTruth)) {
    const onPage = text === undefined ? { truth } : truthOnPage(truth, text);
    if (onPage.skipped !== undefined) skipped.push(`${truth.kind}: ${onPage.skipped}`);
    const { tallies, faults } = scorePaper(document, onPage.truth);
    // The first truth is the richest: what a later one says of the same thing does not count again.
    total.faults.push(...faults.filter(({ measure }) => !Object.hasOwn(total.tallies, measure)));
    total.tallies = { ...tallies, ...total.tallies };
  }
  if (text !== undefined && total.tallies['recall']) total.tallies['lost'] = lostTally(total, text);
  return { ...paper, pages: pages.pages, skipped, ...total };
}

/** Missing sentences that an independent extractor finds on the pages: the others are not printed as the truth has them. */
function lostTally({ tallies, faults }: Pick<ScoredPaper, 'tallies' | 'faults'>, text: string): Tally {
  const onPage = letters(text);
  const expected = tallies['recall']?.expected ?? 0;
  const missing = faults.filter(({ measure }) => measure === 'recall').map((fault) => letters(fault.expected ?? ''));
  return { matched: missing.filter((sentence) => onPage.includes(sentence)).length, predicted: expected, expected };
}
