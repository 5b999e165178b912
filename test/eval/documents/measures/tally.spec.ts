import { describe, expect, it } from '@jest/globals';
import { bagTally, f1, precision, recall, sum } from './tally.ts';

describe('a tally', () => {
  it.each([
    ['all right', { matched: 4, predicted: 4, expected: 4 }, [1, 1, 1]],
    ['half found, half of them right', { matched: 2, predicted: 4, expected: 4 }, [0.5, 0.5, 0.5]],
    ['too much', { matched: 2, predicted: 8, expected: 2 }, [1, 0.25, 0.4]],
    ['nothing found', { matched: 0, predicted: 0, expected: 3 }, [0, undefined, 0]],
    ['nothing there', { matched: 0, predicted: 0, expected: 0 }, [undefined, undefined, undefined]],
  ])('gives recall, precision and F1: %s', (_, tally, values) => {
    expect([recall(tally), precision(tally), f1(tally)]).toEqual(values);
  });

  it('adds up over papers, so that each item counts once', () => {
    const total = sum([
      { matched: 1, predicted: 1, expected: 1 },
      { matched: 0, predicted: 3, expected: 9 },
    ]);
    expect(total).toEqual({ matched: 1, predicted: 4, expected: 10 });
  });

  it('counts an item of a bag as often as it stands in both', () => {
    expect(bagTally(['a', 'a', 'b'], ['a', 'a', 'a', 'c'])).toEqual({
      matched: 2,
      predicted: 3,
      expected: 4,
      missing: ['a', 'c'],
    });
  });
});
