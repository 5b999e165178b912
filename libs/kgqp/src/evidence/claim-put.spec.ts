import { expect, it } from '@jest/globals';
import { isStatement, tellsFinding } from './claim-put.ts';

it('knows a statement from a question', () => {
  expect(isStatement('Recycled glass makes better lenses.')).toBe(true);
  expect(isStatement('Recycled glass makes better lenses?')).toBe(false);
  expect(isStatement('does recycled glass make better lenses')).toBe(false);
  expect(isStatement('Compare the lenses of Argus and Oculus')).toBe(false);
});

it('knows what tells a finding', () => {
  expect(tellsFinding('Our results show that the lenses were sharper.')).toBe(true);
  expect(tellsFinding('Sharpness differed (p < 0.05).')).toBe(true);
  expect(tellsFinding('In conclusion, glass is best.')).toBe(true);
  expect(tellsFinding('The lenses were ground in Accra.')).toBe(false);
});
