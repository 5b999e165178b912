import { expect, it } from '@jest/globals';
import { segmentsOf } from './segments.ts';
import { tokenize } from './tokens.ts';

const stretches = (text: string): string[] => {
  const tokens = tokenize(text);
  const segments = segmentsOf(tokens);
  return [...new Set(segments)].map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
};

it('parts a reference at its signs, but not at the points of initials and short forms', () =>
  expect(stretches('J. M. Doe, V. Yu. Roe. Files of the sea. Phys. rev. 12(3): 4, 2019.')).toEqual([
    'J. M. Doe,',
    'V. Yu. Roe.',
    'Files of the sea.',
    'Phys. rev.',
    '12(',
    '3)',
    ':',
    '4,',
    '2019.',
  ]));

it('tells stretches from each other by what is in them', () => {
  const [first, , , , , words] = segmentsOf(tokenize('J. Doe. A file of the sea'));
  expect(first).toMatchObject({ words: 1, hasInitial: true, hasDigit: false, end: '.' });
  expect(words).toMatchObject({ words: 4, small: 3, hasInitial: false, end: '$' });
});
