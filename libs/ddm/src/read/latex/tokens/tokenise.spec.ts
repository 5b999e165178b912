import { describe, expect, it } from '@jest/globals';
import { tokenise } from './tokenise.ts';

const tex = String.raw;
const shown = (source: string, atLetter = false): string[] =>
  tokenise(source, 'a.tex', atLetter).tokens.map(({ kind, text }) => (kind === 'command' ? `\\${text}` : text));

describe('tokenise', () => {
  it.each<[string, string, string[]]>([
    ['commands of letters with the space behind them', tex`\a b\c{d}`, ['\\a', 'b', '\\c', '{', 'd', '}']],
    ['commands of one sign', tex`\% \'e`, ['\\%', ' ', "\\'", 'e']],
    ['blank lines', 'a\n \n\nb', ['a', '\n\n', 'b']],
    ['a blank line behind a command', '\\a\n\nb', ['\\a', '\n\n', 'b']],
    ['comments', 'a% b\n  c\nd % e\n\nf', ['a', 'c', ' ', 'd', ' ', '\n\n', ' ', 'f']],
    ['parameters', '#1##2', ['1', '#2']],
    ['what is verbatim', tex`\begin{verbatim}\a % {\end{verbatim}\verb+%+`, [tex`\a % {`, '%']],
    ['addresses', tex`\url{a%b_c}`, ['\\url', '{', 'a%b_c', '}']],
    ['nothing behind the end of input', tex`a\endinput b`, ['a']],
  ])('knows %s', (_, source, tokens) => expect(shown(source)).toEqual(tokens));

  it('takes @ for a letter where the source says so', () => {
    expect(shown(tex`\a@b\makeatletter\a@b\makeatother\a@b`)).toEqual(['\\a', '@b', '\\a@b', '\\a', '@b']);
    expect(shown(tex`\a@b`, true)).toEqual(['\\a@b']);
  });

  it('counts lines and the characters of comments', () => {
    const { tokens, comments } = tokenise('a % one\n\\begin{verbatim}\n\n\\end{verbatim}\nb', 'a.tex');
    expect(tokens.find(({ text }) => text === 'b')?.line).toBe(5);
    expect(comments).toBe(4);
  });
});
