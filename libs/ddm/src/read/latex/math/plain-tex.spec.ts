import { describe, expect, it } from '@jest/globals';
import { tokenise } from '../tokens/tokenise.ts';
import { texOf } from '../tree/plain.ts';
import { plainTex } from './plain-tex.ts';

const tex = String.raw;

describe('plainTex', () => {
  it.each([
    [tex`1 + {a \over b}`, tex`1 + {\frac{a }{b}}`],
    [tex`a \over b`, tex`\frac{a }{b}`],
    [tex`\cases{a & b \cr c & d}`, tex`\begin{cases}a & b \cr c & d\end{cases}`],
    [tex`\text{if $x$, y}`, tex`\text{if }x\text{, y}`],
    [tex`\mathds{R} \lefteqn{x}`, tex`\mathbb{R} {x}`],
  ])('%s becomes %s', (source, expected) => expect(texOf(plainTex(tokenise(source, '').tokens))).toBe(expected));
});
