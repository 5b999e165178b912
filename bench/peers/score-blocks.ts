import type { Facts } from '../../test/eval/documents/facts.ts';
import { headingKey, scoreHeadings } from '../../test/eval/documents/measures/headings.ts';
import { letters } from '../../test/eval/documents/measures/letters.ts';
import { scoreEntries } from '../../test/eval/documents/measures/references.ts';
import { scoreRunningText } from '../../test/eval/documents/measures/running-text.ts';
import type { Tally } from '../../test/eval/documents/measures/tally.ts';

/** What every converter gives: headings and other blocks of text, in order. */
export type Block = readonly ['head' | 'text', string];

export type BlockScore = {
  found: Tally;
  inOrder: Tally;
  inversions: number;
  headings: Tally;
  entries: Tally;
  /** 1 if as many blocks stand after “References” as there are entries, 0 if twice as many or none. */
  countAccuracy: number;
};

const shortestEntry = 20;

/** Compares blocks of text with the truth about the same paper. */
export function scoreBlocks(blocks: readonly Block[], truth: Facts): BlockScore {
  const { paragraphs = [], headings = [], references = [], title = '' } = truth;
  const expected = paragraphs.map(({ kind, sentences }) => ({ sentences, counts: kind !== 'code' }));
  const text = scoreRunningText([{ sentences: blocks.map(([, block]) => block), counts: false }], expected);
  const found = blocks.flatMap(([kind, block]) => (kind === 'head' ? [{ text: block, depth: 1 }] : []));
  const start = blocks.findLastIndex(([, block]) => ['references', 'bibliography'].includes(headingKey(block)));
  const entries = (start < 0 ? [] : blocks.slice(start + 1)).filter(
    ([kind, block]) => kind === 'text' && letters(block).length >= shortestEntry,
  );
  const off = Math.abs(entries.length - references.length) / Math.max(1, references.length);
  return {
    found: text.anywhere,
    inOrder: text.recall,
    inversions: text.inversions,
    headings: scoreHeadings(found, headings, title).text,
    entries: scoreEntries(
      entries.map(([, raw]) => ({ raw })),
      references,
    ),
    countAccuracy: Math.max(0, 1 - off),
  };
}
