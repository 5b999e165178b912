import { describe, expect, it } from '@jest/globals';
import { describeFont } from '../engine/fonts.ts';
import { type Fragment, fragmentOf } from '../lines/fragment.ts';
import type { BodyStyle } from './body-style.ts';
import { withLabels } from './figure-labels.ts';

const font = describeFont('Helvetica');
const body = { size: 10, leading: 12 } as BodyStyle;
const plot = { x0: 100, y0: 100, x1: 200, y1: 150 };
const word = (text: string, x0: number, baseline: number, size = 7): Fragment =>
  fragmentOf(
    [{ text, x0, x1: x0 + 0.5 * size * text.length, baseline, size, font, colour: 0, space: false, script: 'base' }],
    0,
  );
const grown = (...fragments: Fragment[]) => withLabels([plot], fragments, body)[0];

describe('withLabels', () => {
  it('takes the numbers below an axis, and the name below the numbers', () =>
    expect(grown(word('Time (ms)', 130, 170), word('0', 100, 158), word('10', 195, 158))?.y1).toBeCloseTo(171.54));

  it('takes no caption and no text of the size of the paper', () => {
    expect(grown(word('Figure 1.', 100, 158))).toEqual(plot);
    expect(grown(word('therefore', 100, 160, 10))).toEqual(plot);
  });

  it('does not grow over text to a label behind it', () =>
    expect(grown(word('therefore', 100, 158, 10), word('12', 100, 160.5))).toEqual(plot));

  it('leaves what stands further away', () => expect(grown(word('note', 100, 175))).toEqual(plot));
});
