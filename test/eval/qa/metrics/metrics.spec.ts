import { describe, expect, it } from '@jest/globals';
import { macroF1, overlap } from './set-f1.ts';
import { bestTokenF1, tokenF1 } from './token-f1.ts';

describe('F1 of words', () => {
  it('forgets case, punctuation and articles', () => {
    expect(tokenF1('The BLEU-score!', 'a bleuscore')).toBe(1);
  });

  it('counts a word as often as it stands', () => {
    // Two of three words are shared with two of four: precision 2/3, recall 2/4.
    expect(tokenF1('red red fish', 'red big red cat')).toBeCloseTo(4 / 7);
    expect(tokenF1('red red fish', 'red big cat')).toBeCloseTo(2 / 6);
  });

  it('is 0 for nothing, and the best of several answers', () => {
    expect(tokenF1('', 'red')).toBe(0);
    expect(bestTokenF1('red fish', ['blue', 'red fish swim'])).toBeCloseTo(4 / 5);
    expect(bestTokenF1('red fish', [])).toBe(0);
  });
});

describe('overlap of sets', () => {
  it('gives precision, recall and F1', () => {
    const { precision, recall, f1 } = overlap(new Set(['a', 'b', 'c']), new Set(['b', 'd']));
    expect([precision, recall]).toEqual([1 / 3, 1 / 2]);
    expect(f1).toBeCloseTo(0.4);
  });

  it('agrees when there is nothing to find and nothing was', () => {
    expect(overlap(new Set(), new Set()).f1).toBe(1);
    expect(overlap(new Set(['a']), new Set()).f1).toBe(0);
    expect(overlap(new Set(), new Set(['a'])).f1).toBe(0);
  });
});

it('a mean over labels weighs a rare one like a common one', () => {
  // yes: 2 of 3 given and 2 due, F1 4/5; no: none of 1 due, 0.
  expect(macroF1(['yes', 'yes', 'yes'], ['yes', 'yes', 'no'])).toBeCloseTo(0.4);
  expect(macroF1([], [])).toBe(0);
});
