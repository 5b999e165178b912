import { describe, expect, it } from '@jest/globals';
import { gap, letters, likeness, pieces, words } from './letters.ts';

describe('letters of a text', () => {
  it.each([
    ['white space and punctuation', 'A “well-known” idea, so to\nsay.', 'awellknownideasotosay'],
    ['ligatures and full-width letters', 'eﬃcient ＡＢ', 'efficientab'],
    ['a hyphen at the end of a line', 'infor-\nmation', 'information'],
    ['accents, which stay', 'Räss, Lefèvre', 'rässlefèvre'],
    ['other scripts', 'قواعد 42', 'قواعد42'],
  ])('drop %s', (_, text, expected) => expect(letters(text)).toBe(expected));

  it('stay apart on the two sides of a gap', () => {
    expect(pieces(`where ${gap} is small`)).toEqual(['where', 'issmall']);
  });

  it('make words, without those that have none', () => {
    expect(words('Yes – no.')).toEqual(['yes', 'no']);
  });
});

describe('likeness', () => {
  it('is 1 for the same text, 0 for texts that share nothing', () => {
    expect([likeness('abcdef', 'abcdef'), likeness('abcdef', 'uvwxyz')]).toEqual([1, 0]);
  });

  it('falls little when long parts change places, and much when a fifth of the text is missing', () => {
    const one = 'the quick brown fox jumps over the lazy dog'.replaceAll(' ', '');
    const turned = 'over the lazy dog the quick brown fox jumps'.replaceAll(' ', '');
    expect(likeness(one, turned)).toBeGreaterThan(0.85);
    expect(likeness(one, one.slice(0, -7))).toBeLessThan(0.95);
  });
});
