import { describe, expect, it } from '@jest/globals';
import { describeFont } from '../engine/fonts.ts';
import type { Gap, Glyph } from '../page/page-content.ts';
import { findFragments } from './find-fragments.ts';
import { textOf } from './fragment.ts';

const font = describeFont('Times-Roman');
const mono = describeFont('Courier');

/** Letters side by side, each half as wide as the font is large. */
function letters(text: string, x: number, { baseline = 100, size = 10, gap = 0, of = font } = {}): Glyph[] {
  const width = size / 2;
  return [...text].map((letter, i) => {
    const x0 = x + i * (width + gap);
    return { text: letter, x0, x1: x0 + width, baseline, size, font: of, colour: 0 };
  });
}

const read = (...glyphs: (Glyph | Gap)[]): string[] => findFragments(glyphs).map(({ pieces }) => textOf(pieces));

describe('findFragments', () => {
  it('parts words by their distance, and columns by a wider one', () =>
    expect(read(...letters('two', 0), ...letters('words', 18), ...letters('apart', 80))).toEqual([
      'two words',
      'apart',
    ]));

  it('keeps a space that the page writes, however narrow', () =>
    expect(read(...letters('a', 0), 'gap', ...letters('b', 5.5), 'gap', ...letters('c', 11))).toEqual(['a b c']));

  it('keeps raised letters with their line, and knows that they are raised', () => {
    const [fragment] = findFragments([
      ...letters('fact', 0),
      ...letters('12', 20, { baseline: 96, size: 6 }),
      ...letters('is', 28),
    ]);
    expect(fragment?.pieces.map(({ text, script }) => [text, script])).toEqual([
      ['fact', 'base'],
      ['12', 'super'],
      ['is', 'base'],
    ]);
  });

  it('leaves a small number beside a line out of it', () =>
    expect(read(...letters('17', 0, { size: 5 }), ...letters('text', 12))).toEqual(['17', 'text']));

  it('puts the letters of a listing together that stand in cells', () =>
    expect(read(...letters('call()', 0, { of: mono, gap: 2 }))).toEqual(['call()']));

  it('takes letters that run backwards one by one', () =>
    expect(read(...letters('ש', 20), ...letters('ל', 15))).toEqual(['ש', 'ל']));
});
