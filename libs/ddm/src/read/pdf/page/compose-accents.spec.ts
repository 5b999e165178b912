import { describe, expect, it } from '@jest/globals';
import { describeFont } from '../engine/fonts.ts';
import { composeAccents } from './compose-accents.ts';
import type { Gap, Glyph } from './page-content.ts';

const font = describeFont('CMR10');
const glyph = (text: string, x0: number, x1 = x0 + 5): Glyph => ({
  text,
  x0,
  x1,
  baseline: 100,
  size: 10,
  font,
  colour: 0,
});
const texts = (glyphs: readonly (Glyph | Gap)[]): string =>
  glyphs.map((item) => (item === 'gap' ? ' ' : item.text)).join('');

describe('composeAccents', () => {
  it('puts an accent drawn before its letter over it', () =>
    expect(texts(composeAccents([glyph('V', 0), glyph('´', 5.5, 9), glyph('e', 5), glyph('l', 10)]))).toBe('Vél'));

  it('puts an accent drawn after the word over the letter it stands on', () =>
    expect(texts(composeAccents([glyph('B', 0), glyph('e', 5), glyph('r', 10), glyph('`', 5.5, 9)]))).toBe('Bèr'));

  it('takes the dot from an i', () => expect(texts(composeAccents([glyph('¨', 0.5, 4), glyph('ı', 0)]))).toBe('ï'));

  it('leaves a sign alone that stands over nothing', () =>
    expect(texts(composeAccents([glyph('a', 0), 'gap', glyph('~', 20), glyph('b', 30)]))).toBe('a ~b'));
});
