import { describe, expect, it } from '@jest/globals';
import { describeFont } from '../engine/fonts.ts';
import { fragmentOf } from './fragment.ts';
import { lineOf } from './line.ts';

const font = describeFont('Arial');
const fragment = (text: string, x0: number) =>
  fragmentOf(
    [{ text, x0, x1: x0 + 5 * text.length, baseline: 10, size: 10, font, colour: 0, space: false, script: 'base' }],
    0,
  );

describe('right-to-left lines', () => {
  it('are read from the right, and words of other scripts in them from the left', () => {
    const line = lineOf(1, [
      fragment('PDF', 0),
      fragment('מ', 20),
      fragment('ל', 25),
      fragment('ש', 30),
      fragment('ה', 40),
    ]);
    expect(line.text).toBe('ה שלמ PDF');
  });

  it('leave other lines as they are', () =>
    expect(lineOf(1, [fragment('one', 0), fragment('two', 20)]).text).toBe('one two'));
});
