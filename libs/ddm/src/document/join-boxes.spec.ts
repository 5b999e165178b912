import { describe, expect, it } from '@jest/globals';
import { joinBoxes } from './join-boxes.ts';

const word = (page: number, x0: number, x1: number, y0 = 0.1) => ({ page, x0, y0, x1, y1: y0 + 0.02 });

describe('joinBoxes', () => {
  it('makes one box of the words of a line', () =>
    expect(joinBoxes([word(1, 0.1, 0.2), word(1, 0.21, 0.3), word(1, 0.31, 0.4)])).toEqual([word(1, 0.1, 0.4)]));

  it('keeps lines, columns and pages apart', () => {
    const boxes = [word(1, 0.1, 0.2), word(1, 0.1, 0.2, 0.13), word(1, 0.6, 0.7, 0.13), word(2, 0.6, 0.7, 0.13)];
    expect(joinBoxes(boxes)).toEqual(boxes);
  });
});
