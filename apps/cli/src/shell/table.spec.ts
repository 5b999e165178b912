import { describe, expect, it } from '@jest/globals';
import { table } from './table.ts';

describe('a table', () => {
  it('makes each column as wide as its widest cell, counted in characters', () => {
    expect(
      table([
        ['é', 'long'],
        ['wide', 'x'],
      ]),
    ).toEqual(['é     long', 'wide  x']);
  });

  it('keeps each row on one line, and cuts what is too long', () => {
    expect(table([['two\nlines', 'abcdefghij']], 9)).toEqual(['two lines  abcdefgh…']);
  });
});
