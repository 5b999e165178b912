import { describe, expect, it } from '@jest/globals';
import type { Line } from '../lines/line.ts';
import { Lexicon } from './lexicon.ts';

const lexicon = (...texts: string[]): Lexicon => new Lexicon(texts.map((text) => ({ text }) as Line));

describe('Lexicon', () => {
  it('drops a hyphen where the document writes the word without one', () =>
    expect(lexicon('an international paper').keepsHyphen('inter', 'national')).toBe(false));

  it('keeps a hyphen where the document writes the word with one', () =>
    expect(lexicon('a data-driven paper').keepsHyphen('data', 'driven')).toBe(true));

  it('drops a hyphen that nothing speaks for', () => expect(lexicon().keepsHyphen('summa', 'ries')).toBe(false));

  it('keeps a hyphen before a capital and after a digit', () => {
    expect(lexicon().keepsHyphen('non', 'English')).toBe(true);
    expect(lexicon().keepsHyphen('a 3', 'fold')).toBe(true);
  });

  it('keeps a hyphen between two words that both stand alone elsewhere', () =>
    expect(lexicon('a template', 'the template', 'aware of', 'aware').keepsHyphen('template', 'aware')).toBe(true));
});
