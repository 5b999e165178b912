import { describe, expect, it } from '@jest/globals';
import { gap } from './letters.ts';
import { scoreRunningText } from './running-text.ts';

const one = 'Papers come as files of many kinds.';
const two = 'Most of them are made for print only.';
const three = 'Their structure is lost on the way.';

function text(...sentences: string[]): { sentences: string[]; counts: boolean }[] {
  return [{ sentences, counts: true }];
}

describe('running text', () => {
  it('is right if it is the same but for spaces and hyphens', () => {
    const score = scoreRunningText(text(one, 'Most of them are ma-\nde for print only.'), text(one, two));
    expect(score.recall).toEqual({ matched: 2, predicted: 2, expected: 2 });
    expect(score.precision).toEqual({ matched: 2, predicted: 2, expected: 2 });
  });

  it('loses a sentence that something stands in', () => {
    const score = scoreRunningText(text(one, 'Most of them are made 17 for print only.'), text(one, two));
    expect(score.recall.matched).toBe(1);
    expect(score.missing).toEqual([two]);
    expect(score.wrong).toEqual(['Most of them are made 17 for print only.']);
  });

  it('counts a sentence out of order as found but not in order', () => {
    const score = scoreRunningText(text(three, one, two), text(one, two, three));
    expect([score.anywhere.matched, score.recall.matched, score.inversions]).toEqual([3, 2, 1]);
  });

  it('does not mind where sentences are cut', () => {
    const score = scoreRunningText(text(`${one} ${two}`), text(one, two));
    expect([score.recall.matched, score.precision.matched, score.precision.predicted]).toEqual([2, 1, 1]);
  });

  it('asks nothing of a sentence with a gap, however it was read', () => {
    const score = scoreRunningText(
      text(one, 'Here x = y2 is the share of papers that were read.'),
      text(one, `Here ${gap} is the share of papers that were read.`),
    );
    expect([score.recall.expected, score.precision]).toEqual([1, { matched: 1, predicted: 1, expected: 1 }]);
  });

  it('leaves short sentences out, and finds text that does not count itself', () => {
    const code = { sentences: ['let answer = everything.length;'], counts: false };
    const score = scoreRunningText([...text('See below.', one)], [...text('See above.', one), code]);
    expect([score.recall.expected, score.precision.expected]).toEqual([1, 1]);
    expect(scoreRunningText(text('let answer = everything.length;'), [code]).precision.matched).toBe(1);
  });
});
