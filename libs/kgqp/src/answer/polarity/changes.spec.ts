import { describe, expect, it } from '@jest/globals';
import { ratiosIn, sameWay } from './changes.ts';

describe('changes that texts tell of', () => {
  it('go the same way or not', () => {
    expect(sameWay('Dropout increases recall.', 'Recall was higher with dropout.')).toBe(1);
    expect(sameWay('Dropout increases recall.', 'Recall was lower with dropout.')).toBe(-1);
    expect(sameWay('Dropout increases recall.', 'Recall was measured.')).toBe(0);
  });

  it('turn where one text is about a loss', () => {
    expect(sameWay('DUSP4 decreases apoptosis.', 'Depletion of DUSP4 increased apoptosis.')).toBe(1);
  });

  it('are read from ratios and their intervals', () => {
    expect(ratiosIn('The hazard ratio was 0.79 (95% confidence interval 0.63 to 0.98).')).toEqual([-1]);
    expect(ratiosIn('Odds ratio 1·75, 95% CI 1·20-2·54.')).toEqual([1]);
    expect(ratiosIn('RR 0.95 (0.80 to 1.13).')).toEqual([0]);
  });
});
