import { describe, expect, it } from '@jest/globals';
import { overstates } from './overstates.ts';

describe('a claim overstates', () => {
  it('when it drops the hedge of its text', () => {
    expect(overstates('Dropout improves recall.', 'Dropout may improve recall.')).toBe(true);
    expect(overstates('Dropout possibly improves recall.', 'Dropout may improve recall.')).toBe(false);
    expect(overstates('Dropout may improve recall.', 'Dropout improves recall.')).toBe(false);
  });

  it('when some become all', () => {
    expect(overstates('All students passed.', 'Most students passed.')).toBe(true);
    expect(overstates('The students passed.', 'Most students passed.')).toBe(false);
    expect(overstates('All students passed.', 'All students passed, some of them late.')).toBe(false);
  });
});
