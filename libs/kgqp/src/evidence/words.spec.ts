import { describe, expect, it } from '@jest/globals';
import { coverage, rarity, wordRarity } from './word-rarity.ts';
import { contentWords, stemsOf } from './words.ts';
import { MemoryPassages } from '../testing/memory-passages.ts';
import { breadPaper, telescopePaper } from '../testing/test-papers.ts';

describe('content words', () => {
  it('leave out what only makes a sentence a question', () => {
    expect(contentWords('How many of the papers describe a C++ parser for Evo-2.1?')).toEqual([
      'C++',
      'parser',
      'Evo-2.1',
    ]);
  });

  it('come once, however they are inflected', () => {
    expect(contentWords('Telescope or telescopes?')).toEqual(['Telescope']);
  });
});

it('compounds meet their parts', () => {
  expect([...stemsOf('an open-source tool')]).toEqual(expect.arrayContaining(['open', 'sourc', 'tool']));
});

describe('rarity', () => {
  const base = 'http://localhost:3000/id/';
  const index = new MemoryPassages(
    [telescopePaper, breadPaper].map((document, i) => ({ document, key: `10.1000_${i}`, graphDigest: 'c'.repeat(64) })),
    base,
  );

  it('falls from words that stand nowhere to those that stand everywhere', async () => {
    const weights = await wordRarity(index, ['zeppelin', 'Cooling', 'glass']);
    const [nowhere = 0, seldom = 0, often = 0] = weights.values();
    expect(nowhere).toBe(1);
    expect(seldom).toBeLessThan(1);
    expect(often).toBeLessThan(seldom);
    expect(rarity(1_000)).toBeCloseTo(0.2);
  });

  it('weighs what a text covers', async () => {
    const weights = await wordRarity(index, ['zeppelin', 'glass']);
    expect(coverage(weights, stemsOf('a glass zeppelin'))).toBe(1);
    expect(coverage(weights, stemsOf('a glass'))).toBeLessThan(coverage(weights, stemsOf('a zeppelin')));
    expect(coverage(weights, stemsOf('nothing of it'))).toBe(0);
    expect(coverage(new Map(), stemsOf('a glass'))).toBe(0);
  });
});
