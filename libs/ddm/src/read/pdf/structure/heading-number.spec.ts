import { describe, expect, it } from '@jest/globals';
import { headingNumber } from './heading-number.ts';

describe('headingNumber', () => {
  it.each([
    ['2.1 Network architecture', '2.1', 2, 'Network architecture'],
    ['3. Results', '3', 1, 'Results'],
    ['IV. Discussion', 'IV', 1, 'Discussion'],
    ['Appendix B Causal rules', 'Appendix B', 1, 'Causal rules'],
    ['B.1 Bridging inference', 'B.1', 2, 'Bridging inference'],
  ])('takes %s apart', (text, number, parts, title) => expect(headingNumber(text)).toEqual({ number, parts, title }));

  it.each(['Introduction', 'A Study of files', '2019 was a year'])('finds none in %s', (text) =>
    expect(headingNumber(text)).toBeUndefined(),
  );
});
