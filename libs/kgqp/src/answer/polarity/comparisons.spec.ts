import { describe, expect, it } from '@jest/globals';
import { comparesAlike } from './comparisons.ts';

describe('a sentence beside a question that compares', () => {
  const asked = 'Are backward-time models faster than forward-time models?';

  it('tells of both sides, the same way round', () => {
    expect(comparesAlike(asked, 'Backward-time models are faster than forward-time models.')).toBe(true);
    expect(comparesAlike(asked, 'Forward-time models are faster than backward-time models.')).toBe(false);
    expect(comparesAlike(asked, 'Backward-time models ran faster, forward-time models used less memory.')).toBe(true);
  });

  it('does not compare when it tells of one side', () => {
    expect(comparesAlike(asked, 'Forward-time models are faster in complex scenarios.')).toBe(false);
    const powerful = 'Are backward-time models more powerful than forward-time models?';
    expect(comparesAlike(powerful, 'Forward-time models are more powerful in complex scenarios.')).toBe(false);
  });

  it('is free where nothing is compared', () => {
    expect(comparesAlike('Are the models fast?', 'Forward-time models are fast.')).toBe(true);
  });
});
