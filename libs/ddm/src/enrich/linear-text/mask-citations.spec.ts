import { describe, expect, it } from '@jest/globals';
import { citationSign, maskCitations } from './mask-citations.ts';

const shown = (text: string, marks: { start: number; end: number }[] = []): string =>
  maskCitations(text, marks).replaceAll(citationSign, '@').replaceAll(/\s+/gu, ' ').trim();

describe('maskCitations', () => {
  it.each([
    ['As in [12, 14–16], we mix.', 'As in @ , we mix.'],
    ['It holds (Doe et al., 2012; Roe 2013a,b) here.', 'It holds @ here.'],
    ['Doe et al. (2012) found it.', '@ found it.'],
    ['Doe and Roe (2012) found it.', '@ found it.'],
    ['Models of Doe et al. are old.', 'Models of @ are old.'],
    ['Cells were grown as before (7, 9).', 'Cells were grown as before @ .'],
    ['One group [3], [4] and [5] grew.', 'One group @ grew.'],
  ])('sees what is printed like a citation: %s', (text, masked) => expect(shown(text)).toBe(masked));

  it.each(['(1) We count files.', 'A share of (12%) is left.', 'In the year 2012 it rained.'])(
    'leaves what is none: %s',
    (text) => expect(shown(text)).toBe(text),
  );

  it('takes marks that are known, whatever they look like', () => {
    expect(shown('Shown before.12 It holds.', [{ start: 13, end: 15 }])).toBe('Shown before. @ It holds.');
  });
});
