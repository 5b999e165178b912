import { describe, expect, it } from '@jest/globals';
import { classByCues } from '../citations/cue-dictionary.ts';
import { classF1, macroF1 } from './macro-f1.ts';
import { compareSets } from './set-scores.ts';

const pairs = [
  { expected: 'a', predicted: 'a' },
  { expected: 'a', predicted: 'b' },
  { expected: 'b', predicted: 'b' },
  { expected: 'c', predicted: 'a' },
];

describe('F1 of classes', () => {
  it('is the harmonic mean of precision and recall of one class', () => {
    expect(classF1(pairs, 'a')).toBeCloseTo(0.5);
    expect(classF1(pairs, 'b')).toBeCloseTo(2 / 3);
    expect(classF1(pairs, 'c')).toBe(0);
  });

  it('counts every class alike in the mean', () => {
    expect(macroF1(pairs)).toBeCloseTo((0.5 + 2 / 3) / 3);
  });
});

it('Sets are compared without regard to doubles', () => {
  expect(compareSets(['x', 'x', 'y'], ['x', 'z'])).toEqual({ matched: 1, predicted: 2, expected: 2 });
});

it('The baseline goes by its phrases alone', () => {
  expect(classByCues('This is consistent with earlier work.')).toBe('comparison');
  expect(classByCues('Cells were measured.')).toBe('use');
  expect(classByCues('Cells grow.')).toBe('background');
});
