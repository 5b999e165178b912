import { describe, expect, it } from '@jest/globals';
import { nameKey, scoreAuthors } from './names.ts';

describe('names', () => {
  it.each([
    ['Ada Lovelace', 'lovelace a'],
    ['Lovelace, Ada', 'lovelace a'],
    ['Lovelace, A. B.', 'lovelace a'],
    ['A. B. Lovelace', 'lovelace a'],
    ['Lovelace AB', 'lovelace a'],
    ['Ford, Jr., W. K.', 'ford w'],
    ['Charles F. Van Loan', 'vanloan c'],
    ['Plato', 'plato '],
  ])('come down to family name and first initial: %s', (name, key) => expect(nameKey(name)).toBe(key));

  it('of authors must be whole, in any order', () => {
    const truth = ['Ada Lovelace', 'Rafał Szabla'];
    expect(scoreAuthors(['Rafał Szabla', 'Ada B. Lovelace'], truth)).toMatchObject({ matched: 1, predicted: 2 });
  });

  it('may have more in the middle where the truth leaves middle names out', () => {
    const truth = ['Bryan Weber', 'S. Ernest', 'Jane Doe'];
    const read = ['Bryan W. Weber', 'S. K. Morgan Ernest', 'John Doe'];
    expect(scoreAuthors(read, truth, { shortened: true })).toMatchObject({ matched: 2, missing: ['Jane Doe'] });
  });
});
