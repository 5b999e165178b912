import { describe, expect, it } from '@jest/globals';
import { cleanTex } from './tex.ts';

describe('cleanTex', () => {
  it.each<[string, string, string]>([
    ['a preamble', '\\documentclass{minimal}\\usepackage{amsmath}\\begin{document}$$E=mc^2$$\\end{document}', 'E=mc^2'],
    ['dollars', ' $x$ ', 'x'],
    ['brackets', '\\[x\\]', 'x'],
    ['parentheses', '\\(x\\)', 'x'],
    ['an environment', '\\begin{equation*}x\\end{equation*}', 'x'],
    ['lines around one line', '\\begin{align}x=1\\end{align}', 'x=1'],
    ['a document cut off', '\\begin{document}$x$', 'x'],
  ])('takes away %s', (_, tex, expected) => expect(cleanTex(tex)).toBe(expected));

  it.each(['$a$ and $b$', '\\begin{align}a&=b\\\\c&=d\\end{align}', 'x^2', '\\$5'])('leaves %s as it is', (tex) =>
    expect(cleanTex(tex)).toBe(tex),
  );
});
