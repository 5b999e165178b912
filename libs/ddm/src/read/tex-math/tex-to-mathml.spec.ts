import { describe, expect, it } from '@jest/globals';
import { mathText } from '../jats/math/math-text.ts';
import { serialiseMath } from '../jats/math/mathml.ts';
import { texToMathml } from './tex-to-mathml.ts';

const linear = (tex: string): string | undefined => {
  const math = texToMathml(tex);
  return math && mathText(math);
};

describe('texToMathml', () => {
  it.each<[string, string]>([
    [String.raw`\phi(x_i) = \sum_{j=1}^N K(x_i, y_j)`, 'ϕ(x_i) = ∑_(j = 1)^NK(x_i, y_j)'],
    [String.raw`\frac{1}{2\pi}\sqrt[3]{x+1}`, '1/2π√[3](x + 1)'],
    [String.raw`\left\{ a_{n} \right\}_{n \geq 1}`, '{a_n}_(n ≥ 1)'],
    [String.raw`\begin{cases} x & \text{if } y \\ z & \text{else} \end{cases}`, '{x, if y; z, else'],
    [String.raw`\mathcal{O}(n^2) \ll 10^{-3}\%`, 'O(n^2) ≪ 10^−3%'],
    ["f''(x) \\not= \\hat{y}", 'f′′(x) ≠ y^'],
    [String.raw`\operatorname{softmax}(\mathbf{W}x)`, 'softmax(Wx)'],
    ['a % a remark\n + b', 'a + b'],
  ])('%s reads as %s', (tex, text) => expect(linear(tex)).toBe(text));

  it.each([
    String.raw`\unknown{x}`,
    '{a',
    'a}',
    String.raw`\begin{tikzpicture}\end{tikzpicture}`,
    'x^',
    `${'{'.repeat(500)}x${'}'.repeat(500)}`,
  ])('gives nothing for what it does not know: %s', (tex) => expect(texToMathml(tex)).toBeUndefined());

  it('keeps the TeX as annotation', () =>
    expect(serialiseMath(texToMathml('x^2', true) ?? { name: '', attributes: {}, children: [] })).toBe(
      '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow>' +
        '<annotation encoding="application/x-tex">x^2</annotation></semantics></math>',
    ));
});
