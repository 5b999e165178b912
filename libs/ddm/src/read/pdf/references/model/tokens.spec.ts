import { expect, it } from '@jest/globals';
import { tokenize } from './tokens.ts';

const spacing = (text: string): string =>
  tokenize(text)
    .map(({ text: token, spaced }) => (spaced ? ` ${token}` : token))
    .join('');

it('keeps the spaces of a text', () => expect(spacing('Doe, J. Phys.Rev. 12 (3).')).toBe('Doe, J. Phys.Rev. 12 (3).'));

it('moves spaces that stand on the wrong side of the signs', () =>
  expect(spacing('J .Doe ,Phys .Rev .D 12 ( 2019 )')).toBe('J. Doe, Phys. Rev. D 12 ( 2019)'));
