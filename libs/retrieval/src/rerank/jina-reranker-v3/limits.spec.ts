import { describe, expect, it } from '@jest/globals';
import { limitsFor } from './limits.ts';

const wanted = { block: 16, queryTokens: 512, passageTokens: 2048 };
const template = (passages: number): number => 121 + 13 * passages;

describe('the limits of a block', () => {
  it('are the published ones where the window is', () => {
    expect(limitsFor(wanted, 131_072, template)).toEqual({
      passages: 16,
      window: 131_072,
      reserve: 2048,
      queryTokens: 512,
      passageTokens: 2048,
    });
  });

  it('leave room for the template in a shorter window', () => {
    // 4,096 - 121 - 16 · 13, less 18 · 2 for texts that are cut within a character.
    expect(limitsFor(wanted, 4096, template)).toEqual({
      passages: 16,
      window: 3731,
      reserve: 0,
      queryTokens: 512,
      passageTokens: 2048,
    });
  });

  it.each([64, 200, 300, 512, 1000, 2000])('let a block of one passage fit into a window of %i', (window) => {
    const limits = limitsFor(wanted, window, template);
    expect(2 * limits.queryTokens + limits.passageTokens).toBeLessThanOrEqual(limits.window);
    expect(limits.passages).toBeGreaterThanOrEqual(1);
    expect(limits.queryTokens).toBeGreaterThanOrEqual(1);
    expect(limits.passageTokens).toBeGreaterThanOrEqual(1);
  });

  it.each([0, -1, 126, NaN])('refuse a block of %d passages', (block) => {
    expect(() => limitsFor({ ...wanted, block }, 4096, template)).toThrow(RangeError);
  });
});
