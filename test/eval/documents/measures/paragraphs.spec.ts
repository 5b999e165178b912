import { describe, expect, it } from '@jest/globals';
import type { ParagraphFact } from '../facts.ts';
import { gap } from './letters.ts';
import { scoreParagraphs } from './paragraphs.ts';

function text(...paragraphs: string[]): ParagraphFact[] {
  return paragraphs.map((paragraph) => ({ kind: 'text', sentences: [paragraph] }));
}

const first = 'The first paragraph tells what a paper is, and stops.';
const second = 'Another one tells how it is read by machines.';

describe('paragraph boundaries', () => {
  it.each([
    ['the same', [first, second], { matched: 4, predicted: 4, expected: 4 }],
    ['joined', [`${first} ${second}`], { matched: 2, predicted: 2, expected: 4 }],
    [
      'cut once',
      [first, 'Another one tells how', 'it is read by machines.'],
      { matched: 4, predicted: 6, expected: 4 },
    ],
    ['none', [], { matched: 0, predicted: 0, expected: 4 }],
  ])('%s', (_, paragraphs, tally) => {
    expect(scoreParagraphs(text(...paragraphs), text(first, second))).toMatchObject(tally);
  });

  it('match an edge that a gap cuts short, and ask nothing of one right at a gap', () => {
    const truth = text(`${gap} is small, and so the error is small too.`, `Let it be ${gap}`);
    const predicted = text('ε is small, and so the error is small too.', 'Let it be 42 always');
    expect(scoreParagraphs(predicted, truth)).toMatchObject({ matched: 1, expected: 1 });
  });

  it('leave code out', () => {
    expect(scoreParagraphs([{ kind: 'code', sentences: [first] }], [])).toMatchObject({ predicted: 0 });
  });
});
