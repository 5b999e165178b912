import { describe, expect, it } from '@jest/globals';
import { cosine } from './cosine.ts';
import { mergeBlocks } from './merge-blocks.ts';

const vector = (...numbers: number[]): Float32Array => Float32Array.from(numbers);

describe('merging blocks', () => {
  it('weighs the query of each block by how well its best passage fits', () => {
    const scores = mergeBlocks([
      // Cosines 0.6 and 0, so the block weighs (1 + 0.6) / 2 = 0.8.
      { query: vector(2, 0), passages: [vector(3, 4), vector(0, 1)] },
      // Cosines -1 and -0.8: (1 - 0.8) / 2 = 0.1.
      { query: vector(0, 5), passages: [vector(0, -7), vector(3, -4)] },
    ]);
    // Mean query: (0.8 · (2, 0) + 0.1 · (0, 5)) / 0.9 = (1.6, 0.5) / 0.9, of length √2.81 / 0.9.
    const length = Math.sqrt(2.81);
    const expected = [
      (1.6 * 3 + 0.5 * 4) / (5 * length),
      0.5 / length,
      -0.5 / length,
      (1.6 * 3 - 0.5 * 4) / (5 * length),
    ];
    expect(scores).toHaveLength(4);
    for (const [i, score] of expected.entries()) expect(scores[i]).toBeCloseTo(score, 12);
  });

  it('leaves the scores of a single block as they are', () => {
    const query = vector(0.3, -2, 5);
    const passages = [vector(1, 1, 1), vector(-2, 0.5, 3), vector(0.3, -2, 5)];
    const scores = mergeBlocks([{ query, passages }]);
    for (const [i, passage] of passages.entries()) expect(scores[i]).toBeCloseTo(cosine(query, passage), 12);
    expect(scores[2]).toBeCloseTo(1, 12);
  });

  it('does not care how long the vectors of passages are, but how long those of queries', () => {
    const blocks = (query: number, passage: number) => [
      { query: vector(1 * query, 0), passages: [vector(2 * passage, 1 * passage)] },
      { query: vector(0, 1), passages: [vector(1, 3)] },
    ];
    const [first = NaN, second = NaN] = mergeBlocks(blocks(1, 1));
    const [same = NaN] = mergeBlocks(blocks(1, 50));
    expect(same).toBeCloseTo(first, 6);
    const [, moved = NaN] = mergeBlocks(blocks(4, 1));
    expect(Math.abs(moved - second)).toBeGreaterThan(0.05);
  });

  it('weighs all the same where every passage points away from its query', () => {
    const opposite = { query: vector(1, 0), passages: [vector(-1, 0)] };
    expect(mergeBlocks([opposite, { query: vector(0, 1), passages: [vector(0, -2)] }])).toEqual([
      expect.closeTo(-Math.SQRT1_2, 12),
      expect.closeTo(-Math.SQRT1_2, 12),
    ]);
  });

  it('lets a vector that holds what is no number spoil nothing but its own score', () => {
    const sound = [
      { query: vector(2, 0), passages: [vector(3, 4)] },
      { query: vector(0, 5), passages: [vector(3, 4)] },
    ];
    const [first, second] = mergeBlocks(sound);
    const spoilt = [{ query: vector(2, 0), passages: [vector(3, 4), vector(NaN, 1)] }, ...sound.slice(1)];
    expect(mergeBlocks(spoilt)).toEqual([first, NaN, second]);
    const [alone] = mergeBlocks(sound.slice(0, 1));
    expect(mergeBlocks([...sound.slice(0, 1), { query: vector(NaN, 0), passages: [vector(3, 4)] }])).toEqual([
      alone,
      alone,
    ]);
  });

  it('gives 0 for a vector of zeros and nothing for nothing', () => {
    expect(mergeBlocks([{ query: vector(1, 1), passages: [vector(0, 0), vector(1, 1)] }])).toEqual([
      0,
      expect.closeTo(1, 12),
    ]);
    expect(mergeBlocks([])).toEqual([]);
  });
});
