import { describe, expect, it } from '@jest/globals';
import { abstention, bestThreshold, type Judged, riskArea, riskCoverage } from './selective.ts';

const judged: Judged[] = [
  { isAnswerable: true, score: 0.9 },
  { isAnswerable: false, score: 0.7 },
  { isAnswerable: true, score: 0.6 },
  { isAnswerable: false, score: 0.2 },
];

describe('abstaining', () => {
  it('is measured as finding the questions without an answer', () => {
    expect(abstention(judged, 0.5)).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3, overRefusal: 0 });
    expect(abstention(judged, 0.65)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5, overRefusal: 0.5 });
    expect(abstention(judged, 0)).toEqual({ precision: 0, recall: 0, f1: 0, overRefusal: 0 });
  });

  it('takes the threshold that refuses best without refusing too much', () => {
    expect(bestThreshold(judged, 0.5)).toBe(0.6);
    expect(bestThreshold(judged, 0.6)).toBe(0.9);
  });
});

describe('the risk-coverage curve', () => {
  it('gives the share of answers that are none at each coverage', () => {
    expect(riskCoverage(judged).map(({ coverage, risk }) => [coverage, risk])).toEqual([
      [0.25, 0],
      [0.5, 1 / 2],
      [0.75, 1 / 3],
      [1, 1 / 2],
    ]);
    expect(riskArea(judged)).toBeCloseTo((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4, 12);
  });

  it('answers questions of equal score together, in whatever order they come', () => {
    const equal = judged.map((each) => ({ ...each, score: 1 }));
    expect(riskCoverage(equal)).toEqual([{ threshold: 1, coverage: 1, risk: 0.5 }]);
    expect(riskArea(equal.toReversed())).toBe(0.5);
  });
});
