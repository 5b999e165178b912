import { describe, expect, it } from '@jest/globals';
import { type BlockLimits, nextBlock } from './block-plan.ts';

const published: BlockLimits = { passages: 125, window: 131_072, reserve: 2048 };

/** Sizes of all blocks of passages with these lengths. */
function sizes(lengths: readonly number[], queryTokens: number, limits: BlockLimits): number[] {
  const all: number[] = [];
  for (let at = 0; at < lengths.length; at += all.at(-1) ?? 0) {
    all.push(nextBlock(lengths.slice(at), queryTokens, limits));
  }
  return all;
}

describe('blocks of passages', () => {
  it('hold 125 short ones', () => {
    const lengths = Array.from({ length: 260 }, () => 100);
    expect(sizes(lengths, 20, published)).toEqual([125, 125, 10]);
  });

  it('end when what is left of the window is one longest passage or less', () => {
    const lengths = Array.from({ length: 100 }, () => 2048);
    // 131,072 - 2 · 512 = 130,048; after 62 passages 3,072 are left, after 63 1,024, not more than 2,048.
    expect(sizes(lengths, 512, published)).toEqual([63, 37]);
    // 131,072 - 2 · 0: after 62 passages 4,096 are left, after 63 exactly 2,048.
    expect(sizes(lengths, 0, published)).toEqual([63, 37]);
  });

  it('are as large as they are set', () => {
    expect(sizes([1, 1, 1, 1, 1], 1, { ...published, passages: 2 })).toEqual([2, 2, 1]);
  });

  it('take one passage even where the window leaves no room', () => {
    expect(sizes([500, 500], 90, { passages: 16, window: 100, reserve: 0 })).toEqual([1, 1]);
  });

  it('fill a window without reserve as far as passages fit', () => {
    // 1,000 - 2 · 50 = 900.
    const short: BlockLimits = { passages: 16, window: 1000, reserve: 0 };
    expect(sizes([400, 400, 100, 1, 899, 2], 50, short)).toEqual([3, 2, 1]);
  });

  it('ask for no more lengths than they need', () => {
    const asked: number[] = [];
    function* lengths(): Generator<number> {
      for (let i = 0; i < 10; i++) {
        asked.push(i);
        yield 10;
      }
    }
    expect(nextBlock(lengths(), 5, { ...published, passages: 3 })).toBe(3);
    expect(asked).toEqual([0, 1, 2]);
  });
});
