import { describe, expect, it } from '@jest/globals';
import { SpellingIndex, slipsBetween } from './spelling.ts';

describe('The slips between two words', () => {
  it.each([
    ['paper', 'paper', 0],
    ['paper', 'papr', 1],
    ['paper', 'paperr', 1],
    ['paper', 'paqer', 1],
    ['paper', 'papre', 1],
    ['journal', 'jurnla', 2],
    ['author', 'editor', 3],
  ])('%s and %s are %i', (one, other, slips) => {
    expect(slipsBetween(one, other, 2)).toBe(slips);
    expect(slipsBetween(other, one, 2)).toBe(slips);
  });
});

describe('A spelling index', () => {
  const index = new SpellingIndex();
  for (const word of ['forecasting', 'telescope', 'bread', 'broad', 'author']) index.add(word);

  it('finds the nearest words, all of them when several are as near', () => {
    expect(index.nearest('forcasting')).toEqual(['forecasting']);
    expect(index.nearest('bwead')).toEqual(['bread']);
    expect(index.nearest('brsad')).toEqual(['bread', 'broad']);
  });

  it('finds none for short words, words with digits and words that are too far off', () => {
    for (const word of ['bred', 'bread2', 'microscope', '']) expect(index.nearest(word)).toEqual([]);
  });

  it('knows which slips make another word too easily', () => {
    expect(index.slipsOf('autor')).toEqual(['author']);
    expect(index.slipsOf('auhtor')).toEqual(['author']);
    expect(index.slipsOf('aethor')).toEqual([]);
  });
});
