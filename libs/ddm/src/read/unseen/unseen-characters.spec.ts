import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutOut, seen, unseenIn } from './unseen-characters.ts';

const pieces = fc.array(fc.constantFrom('a', 'bc', ' ', '\u200b', '\u2060\ufeff', '\u{e0041}'), { maxLength: 40 });

describe('characters that nobody sees', () => {
  it('are taken out of a text, and marks stay at what they mark', () => {
    fc.assert(
      fc.property(pieces, fc.nat(80), fc.nat(80), (parts, first, second) => {
        const text = parts.join('');
        const [start = 0, end = 0] = [first, second].map((at) => Math.min(at, text.length)).toSorted((a, b) => a - b);
        const cuts = unseenIn(text);
        const left = cutOut(text, [{ kind: 'hidden', start, end }], cuts);
        const isLeft = (at: number): boolean => cuts.every((cut) => at < cut.start || at >= cut.end);
        const marked = Array.from({ length: end - start }, (_, i) => start + i).filter(isLeft);
        const [mark] = left.marks;
        expect(left.text.slice(mark?.start, mark?.end)).toBe(marked.map((at) => text[at]).join(''));
        expect(seen(text)).toBe(left.text);
      }),
    );
  });

  it('are left where scripts need them, and leave no space of their own', () => {
    expect(seen('\u0646\u200c\u062f \u2764\ufe0f')).toBe('\u0646\u200c\u062f \u2764\ufe0f');
    expect(seen('one \u200b two')).toBe('one two');
    expect(seen('\u{e0041} \u200b \u200b two \u200b')).toBe('two');
  });
});
