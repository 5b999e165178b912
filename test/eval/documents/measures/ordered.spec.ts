import { describe, expect, it } from '@jest/globals';
import { commonSubsequence, inversions, longestRise } from './ordered.ts';

describe('order', () => {
  it.each([
    [[], 0, 0],
    [[1, 2, 3], 3, 0],
    [[1, 1, 1], 3, 0],
    [[3, 2, 1], 1, 2],
    [[10, 1, 2, 3, 11], 4, 1],
    [[5, 6, 1, 2, 3, 7], 4, 1],
  ])('of %j: %i in order, turned back %i times', (values, rise, turns) => {
    expect([longestRise(values), inversions(values)]).toEqual([rise, turns]);
  });

  it('finds a longest common subsequence and where it stands', () => {
    expect(commonSubsequence(['a', 'b', 'c', 'd'], ['b', 'x', 'd'])).toEqual([-1, 0, -1, 2]);
    expect(commonSubsequence([1, 2], [])).toEqual([-1, -1]);
  });
});
