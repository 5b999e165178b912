import { describe, expect, it } from '@jest/globals';
import { cohensKappa } from './kappa.ts';

describe("Cohen's kappa", () => {
  it('is 1 when two judges say the same', () => {
    expect(
      cohensKappa([
        ['supports', 'supports'],
        ['not', 'not'],
      ]),
    ).toBe(1);
  });

  it('is 0 when they agree as often as chance would have it', () => {
    expect(
      cohensKappa([
        ['supports', 'supports'],
        ['supports', 'not'],
        ['not', 'supports'],
        ['not', 'not'],
      ]),
    ).toBe(0);
  });

  it('is what the textbook computes: 20 and 15 of 50 alike, by 25 and 30 yes', () => {
    const pairs = (n: number, one: 'supports' | 'not', other: 'supports' | 'not') =>
      Array.from({ length: n }, () => [one, other] as const);
    const judged = [
      ...pairs(20, 'supports', 'supports'),
      ...pairs(5, 'supports', 'not'),
      ...pairs(10, 'not', 'supports'),
      ...pairs(15, 'not', 'not'),
    ];
    expect(cohensKappa(judged)).toBeCloseTo(0.4, 10);
  });
});
