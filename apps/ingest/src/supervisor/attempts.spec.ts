import { describe, expect, it } from '@jest/globals';
import { Attempts } from './attempts.ts';

describe('attempts at a file', () => {
  it('end with the second worker that is lost over it', () => {
    const attempts = new Attempts(false);
    expect([attempts.mayTryAgain('a'), attempts.mayTryAgain('b'), attempts.mayTryAgain('a')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(attempts.mayRetry('a', 'corpus/worker-lost')).toBe(false);
  });

  it('begin anew where workers of earlier runs were lost, but not for ever', () => {
    const attempts = new Attempts(false);
    expect([1, 2, 3].map(() => attempts.mayRetry('a', 'corpus/worker-lost'))).toEqual([true, true, false]);
  });

  it('are made at a removed paper only by a run that may bring it back', () => {
    expect(new Attempts(false).mayRetry('a', 'corpus/removed')).toBe(false);
    expect(new Attempts(true).mayRetry('a', 'corpus/removed')).toBe(true);
    expect(new Attempts(true).mayRetry('a', 'ddm/malformed-xml')).toBe(false);
  });
});
