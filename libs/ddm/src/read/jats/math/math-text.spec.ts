import { describe, expect, it } from '@jest/globals';
import { parseXml } from '../../xml/parse.ts';
import { mathText } from './math-text.ts';

const text = (content: string): string =>
  mathText(parseXml(Buffer.from(`<math xmlns="http://www.w3.org/1998/Math/MathML">${content}</math>`)));
const mi = (name: string): string => `<mi>${name}</mi>`;
const mn = (number: number): string => `<mn>${number}</mn>`;
const mo = (sign: string): string => `<mo>${sign}</mo>`;

describe('mathText', () => {
  it.each<[string, string, string]>([
    ['a relation with spaces', mi('x') + mo('=') + mn(1), 'x = 1'],
    ['a product without', mn(2) + mi('x') + mi('y'), '2xy'],
    ['a named function apart from its argument', mi('sin') + mi('x'), 'sin x'],
    ['words apart', mi('log') + mi('lik'), 'log lik'],
    ['text apart', `${mi('x')}<mtext>if</mtext>${mi('y')}`, 'x if y'],
    ['a fraction', `<mfrac>${mi('a')}${mi('b')}</mfrac>`, 'a/b'],
    [
      'a fraction of sums',
      `<mfrac><mrow>${mi('a')}${mo('+')}${mi('b')}</mrow><mrow>${mi('c')}</mrow></mfrac>`,
      '(a + b)/c',
    ],
    [
      'scripts',
      `<msub>${mi('x')}${mi('i')}</msub><msup>${mi('y')}${mn(2)}</msup><msubsup>${mi('z')}${mn(0)}<mrow>${mi('n')}${mo('+')}${mn(1)}</mrow></msubsup>`,
      'x_iy^2z_0^(n + 1)',
    ],
    ['a prime', `<msup>${mi('f')}${mo('′')}</msup>`, 'f′'],
    ['a negative exponent', `<msup>${mi('s')}<mrow>${mo('−')}${mn(1)}</mrow></msup>`, 's^−1'],
    [
      'roots',
      `<msqrt><mrow>${mn(1)}${mo('−')}${mi('x')}</mrow></msqrt><mroot>${mi('x')}${mn(3)}</mroot>`,
      '√(1 − x)√[3]x',
    ],
    [
      'a sum with limits',
      `<munderover>${mo('∑')}<mrow>${mi('i')}${mo('=')}${mn(1)}</mrow>${mi('n')}</munderover>`,
      '∑_(i = 1)^n',
    ],
    ['an accent', `<mover>${mi('x')}${mo('^')}</mover>`, 'x^'],
    ['fences', `<mfenced open="[" close="]">${mi('a')}${mi('b')}</mfenced>`, '[a, b]'],
    [
      'a matrix',
      `<mtable><mtr><mtd>${mn(1)}</mtd><mtd>${mn(2)}</mtd></mtr><mtr><mtd>${mn(3)}</mtd><mtd>${mn(4)}</mtd></mtr></mtable>`,
      '1, 2; 3, 4',
    ],
    ['aligned equations', `<mtable><mtr><mtd>${mi('a')}</mtd><mtd>${mo('=')}${mi('b')}</mtd></mtr></mtable>`, 'a = b'],
    ['an invisible product', mi('a') + mo('\u2062') + mi('b'), 'ab'],
    [
      'nothing for a phantom and an annotation',
      `<semantics>${mi('a')}<annotation encoding="application/x-tex">a</annotation></semantics><mphantom>${mi('b')}</mphantom>`,
      'a',
    ],
    ['scripts in front', `<mmultiscripts>${mi('F')}${mn(1)}<none/></mmultiscripts>`, 'F_1'],
  ])('writes %s', (_, content, expected) => expect(text(content)).toBe(expected));
});
