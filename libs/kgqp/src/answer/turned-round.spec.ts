import { describe, expect, it } from '@jest/globals';
import { isTurnedRound } from './turned-round.ts';

describe('a claim is turned round', () => {
  it('when only one side denies', () => {
    expect(isTurnedRound('The filter improves accuracy.', 'The filter does not improve accuracy.')).toBe(true);
    expect(isTurnedRound('The filter never improves accuracy.', 'The filter improves accuracy.')).toBe(true);
    expect(isTurnedRound('The filter does not improve accuracy.', "The filter doesn't improve accuracy.")).toBe(false);
  });

  it('when both deny, but the claim denies what the text says', () => {
    const text = 'The filter does not slow parsing and improves accuracy.';
    expect(isTurnedRound('The filter does not improve accuracy.', text)).toBe(true);
    expect(isTurnedRound('The filter does not slow parsing.', text)).toBe(false);
  });

  it('when it names the opposite', () => {
    expect(isTurnedRound('Dropout decreases the error.', 'Dropout increases the error.')).toBe(true);
    expect(isTurnedRound('Our parser is slower.', 'Our parser is faster.')).toBe(true);
    expect(isTurnedRound('Dropout increases the error.', 'Dropout increases the error and reduces speed.')).toBe(false);
  });
});
