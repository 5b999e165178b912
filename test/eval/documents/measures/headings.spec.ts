import { describe, expect, it } from '@jest/globals';
import { headingKey, scoreHeadings } from './headings.ts';

describe('headings', () => {
  it.each([
    ['2.1 Baseline Model', 'baselinemodel'],
    ['IV. Results', 'results'],
    ['A Proofs', 'aproofs'],
    ['A.2 Proofs', 'proofs'],
    ['I have a dream', 'ihaveadream'],
    ['Appendix B Data', 'data'],
    ['3D models', '3dmodels'],
  ])('are compared without their number: %s', (heading, key) => {
    expect(headingKey(heading)).toBe(key);
  });

  it('must be there, and at the right depth', () => {
    const expected = [
      { text: 'Introduction', depth: 1 },
      { text: 'Data', depth: 2 },
      { text: 'References', depth: 1 },
    ];
    const predicted = [
      { text: '1 Introduction', depth: 1 },
      { text: '1.1 Data', depth: 1 },
      { text: 'Noise', depth: 1 },
    ];
    const { text, level } = scoreHeadings(predicted, expected);
    expect(text).toEqual({ matched: 2, predicted: 3, expected: 2 });
    expect(level).toEqual({ matched: 1, predicted: 3, expected: 2 });
  });

  it('do not count if they are the title of the paper', () => {
    const { text } = scoreHeadings([{ text: 'On Things', depth: 1 }], [], 'On things');
    expect(text).toEqual({ matched: 0, predicted: 0, expected: 0 });
  });
});
