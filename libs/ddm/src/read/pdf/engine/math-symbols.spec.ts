import { describe, expect, it } from '@jest/globals';
import { mathSign } from './math-symbols.ts';

describe('mathSign', () => {
  it('reads one place in each of the fonts of TeX', () => {
    expect(mathSign('CMSY10', 0x30)).toBe('′');
    expect(mathSign('CMEX10', 0x30)).toBe('(');
    expect(mathSign('CMMI7', 0x30)).toBe('0');
  });

  it('knows the last sign of each row of the tables', () => {
    const lastOf = (font: string): string =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((row) => mathSign(font, 16 * row + 15)).join('');
    expect(lastOf('CMSY10')).toBe('∙≻∝⊥O∨≀♠');
    expect(lastOf('CMMIB10')).toBe('ϵχ◁⋆O⌢o⁀');
  });

  it('tells copies of the fonts by their names', () => {
    expect(mathSign('LMMathSymbols10-Regular', 0x32)).toBe('∈');
    expect(mathSign('txsys', 0x37)).toBe('↦');
    expect(mathSign('txex', 0x50)).toBe('∑');
    expect(mathSign('MTMI', 0x0b)).toBe('α');
  });

  it('has letters only where the font has nothing else, and nothing of fonts it does not know', () => {
    expect(mathSign('MSBM10', 0x52)).toBe('R');
    expect(mathSign('MSBM10', 0x30)).toBeUndefined();
    expect(mathSign('STMARY10', 0x4a)).toBeUndefined();
  });
});
