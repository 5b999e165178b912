import type { Document } from '@askg/contract';
import { factsOf } from '../facts.ts';
import { letters } from '../measures/letters.ts';
import { alignReferences } from '../measures/references.ts';
import { scoreRunningText, type TextPart } from '../measures/running-text.ts';
import type { Tally } from '../measures/tally.ts';
import type { Fault } from '../score-paper.ts';

/**
 * How far two documents of one paper, read from two formats, say the same. Neither is the truth: sentences are sought both
 * ways, and the tally holds the mean of both, so that its F1 is that of the two.
 */
export function scoreAgreement(one: Document, other: Document): { tallies: Record<string, Tally>; faults: Fault[] } {
  const [a, b] = [textOf(one), textOf(other)];
  const there = scoreRunningText(a, b);
  const back = scoreRunningText(b, a);
  const [x, y] = [factsOf(one).references, factsOf(other).references];
  const pairs = alignReferences(x, y);
  const shared = pairs.filter((at) => at >= 0).length;
  return {
    tallies: {
      agreement: {
        matched: (there.anywhere.matched + back.anywhere.matched) / 2,
        predicted: back.anywhere.expected,
        expected: there.anywhere.expected,
      },
      agreementReferences: { matched: shared, predicted: x.length, expected: y.length },
      title: { matched: Number(letters(one.title) === letters(other.title)), predicted: 1, expected: 1 },
    },
    faults: [
      ...there.missing.map((expected) => ({ measure: 'agreement', expected })),
      ...back.missing.map((got) => ({ measure: 'agreement', got })),
      ...y
        .filter((_, i) => pairs[i] === -1)
        .map(({ raw }) => ({ measure: 'agreementReferences', expected: raw ?? '' })),
    ],
  };
}

/** Running text; abstract, headings and captions keep it whole but do not count. */
function textOf(document: Document): TextPart[] {
  const { abstract, headings, paragraphs, captions } = factsOf(document);
  return [
    { sentences: abstract === '' ? [] : [abstract], counts: false },
    { sentences: headings.map(({ text }) => text), counts: false },
    ...paragraphs.map(({ kind, sentences }) => ({ sentences, counts: kind !== 'code' })),
    { sentences: captions.map(({ text }) => text), counts: false },
  ];
}
