import { readFileSync } from 'node:fs';
import type { Facts, HeadingFact, ReferenceFact } from '../facts.ts';
import { gap } from '../measures/letters.ts';

/** What somebody checked by eye on the pages of a paper; see `test/eval/gold/README.md`. */
export type CheckedPaper = {
  file: string;
  sha256: string;
  source: string;
  title: string;
  authors: string[];
  headings: (HeadingFact & { number?: string })[];
  /**
   * Paragraphs of the running text in reading order: their first and last words, where no formula stands there.
   * `startsAfterLabel`: a sign of a list or a run-in heading stands before the first words.
   */
  paragraphs: { first?: string; last?: string; startsAfterLabel?: boolean }[];
  references: { count: number; entries: (ReferenceFact & { at: number })[] };
  figures: number;
  tables: number;
  /** Works that the abstract and the running text cite, in the order of the text: their places in the list, from 0. */
  citations: number[];
};

export type CheckedTruth = {
  facts: Facts;
  /** Starts and ends of paragraphs in reading order. */
  edges: string[];
  counts: { references: number; figures: number; tables: number };
  /** Entries of the reference list that were looked at; not all of them. */
  entries: ReferenceFact[];
};

export function checkedTruth(json: string): CheckedTruth {
  const paper = JSON.parse(json) as CheckedPaper;
  return {
    facts: {
      title: paper.title,
      authors: paper.authors,
      headings: paper.headings,
      citations: paper.citations,
      paragraphs: paper.paragraphs.map(({ first = '', last = '', startsAfterLabel = false }) => ({
        kind: 'text',
        sentences: [`${startsAfterLabel ? '' : first} ${gap} ${last}`],
      })),
    },
    edges: paper.paragraphs.flatMap(({ first, last }) => [first, last].filter((edge) => edge !== undefined)),
    counts: { references: paper.references.count, figures: paper.figures, tables: paper.tables },
    entries: paper.references.entries,
  };
}

/** SHA-256 of the PDF that was looked at. */
export function checkedDigest(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as CheckedPaper).sha256;
}
