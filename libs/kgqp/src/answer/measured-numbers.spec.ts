import { describe, expect, it } from '@jest/globals';
import { measuredNumbers, measuresTheSame, movesBounds } from './measured-numbers.ts';

describe('numbers that measure', () => {
  it('are read with their units, however these are spelled', () => {
    expect(measuredNumbers('It took 1,200 milliseconds, 45% of $20 and 3-hour runs.')).toEqual([
      { number: '1200', unit: 'ms', bound: undefined },
      { number: '45', unit: '%', bound: undefined },
      { number: '20', unit: '$', bound: undefined },
      { number: '3', unit: 'h', bound: undefined },
    ]);
  });

  it('are read with what is said of their size', () => {
    const bounds = measuredNumbers('at least 5 runs, up to 7 runs, about 9 runs, 11 runs').map(({ bound }) => bound);
    expect(bounds).toEqual(['>', '<', '~', undefined]);
  });

  it('do not rest on the same number of another unit', () => {
    expect(measuresTheSame('Parsing takes 20 ms.', 'Parsing takes 20 s.')).toBe(false);
    expect(measuresTheSame('The share is 20 %.', 'There are 20 students.')).toBe(false);
    expect(measuresTheSame('Parsing takes 20 ms.', 'Parsing takes 20 milliseconds.')).toBe(true);
    expect(measuresTheSame('The share is 20 percent.', 'The share is 20%.')).toBe(true);
  });

  it('do not become exact, or another bound, on the way', () => {
    expect(movesBounds('There were 20 students.', 'There were at least 20 students.')).toBe(true);
    expect(movesBounds('At most 20 students came.', 'At least 20 students came.')).toBe(true);
    expect(movesBounds('More than 20 students came.', 'There were over 20 students.')).toBe(false);
    expect(movesBounds('There were 20 students.', 'The students were 20.')).toBe(false);
  });
});
