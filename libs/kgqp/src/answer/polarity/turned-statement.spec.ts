import { describe, expect, it } from '@jest/globals';
import { turnedStatement } from './turned-statement.ts';

describe('a statement turned to say the opposite', () => {
  it('changes the verb before what stands beside it', () => {
    expect(turnedStatement('Activation of PPM1D enhances p53 function')).toBe(
      'Activation of PPM1D impairs p53 function',
    );
    expect(turnedStatement('Does dropout increase recall?')).toBe('Does dropout decrease recall?');
  });

  it('loses its denial', () => {
    expect(turnedStatement('Dropout does not improve recall')).toBe('Dropout improve recall');
    expect(turnedStatement('Dropout has no effect on recall')).toBe('Dropout has an effect on recall');
    expect(turnedStatement('The cells cannot divide')).toBe('The cells can divide');
  });

  it('gets a denial where no word of it has an opposite', () => {
    expect(turnedStatement('The lens is made of glass')).toBe('The lens is not made of glass');
    expect(turnedStatement('Dogs chase cats')).toBe('There is no evidence that Dogs chase cats');
  });
});
