import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stripSpecials } from './strip-specials.ts';

const specials = ['<|im_end|>', '<|end|>', '<think>', '|>'];

describe('stripping special tokens', () => {
  it.each([
    ['a text without one', 'a < b, b > a 😀', 'a < b, b > a 😀'],
    ['one within', 'a<|im_end|>b', 'ab'],
    ['the longest of those that end alike', 'a<|im_end|>', 'a'],
    ['one that shows when another goes', 'a<|im_<|im_end|>end|>b', 'ab'],
    ['one that shows twice removed', '<th<th<think>ink>ink>', ''],
    ['nothing else', '<think>', ''],
    ['characters outside the first plane', '😀<think>é中', '😀é中'],
  ])('leaves of %s what is no special', (_, text, expected) => {
    expect(stripSpecials(text, specials)).toBe(expected);
  });

  it('leaves none in any text made of their pieces', () => {
    const pieces = fc
      .array(fc.constantFrom('<', '|', '>', 'im_', 'end', 'think', '<|', '|>', 'é'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(pieces, (text) => {
        const stripped = stripSpecials(text, specials);
        return specials.every((special) => !stripped.includes(special));
      }),
    );
  });

  it('reads a long text of nested ones once', () => {
    const depth = 50_000;
    expect(stripSpecials('<th'.repeat(depth) + '<think>' + 'ink>'.repeat(depth), specials)).toBe('');
  });
});
