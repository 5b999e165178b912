import { describe, expect, it } from '@jest/globals';
import { scoreValues } from './score-values.ts';

describe('Scoring values', () => {
  it('counts each value once, numbers by their worth and concepts by their name', () => {
    const role = 'https://w3id.org/askg/ddm#role-related-work';
    expect(scoreValues(['2.50', 'A  name', role, role], ['2.5', 'a name', 'related work'])).toMatchObject({
      precision: 1,
      recall: 1,
      isExact: true,
    });
  });

  it('takes values that may be shown neither for right nor for wrong', () => {
    expect(scoreValues(['Title', '12'], ['Title'], ['12'])).toEqual({
      precision: 1,
      recall: 1,
      f1: 1,
      challengeF1: 2 / 3,
      isExact: true,
    });
    expect(scoreValues(['12'], ['Title'], ['12'])).toMatchObject({ precision: 0, f1: 0, isExact: false });
  });

  it('gives half the recall for half the values', () => {
    expect(scoreValues(['a'], ['a', 'b'])).toMatchObject({ precision: 1, recall: 0.5, f1: 2 / 3, isExact: false });
  });

  it('is right to find nothing where nothing is right; the metric of the challenge is not', () => {
    expect(scoreValues([], [])).toMatchObject({ f1: 1, challengeF1: 0, isExact: true });
    expect(scoreValues(['a'], [])).toMatchObject({ f1: 0, isExact: false });
    expect(scoreValues([], ['a'])).toMatchObject({ f1: 0, isExact: false });
  });
});
