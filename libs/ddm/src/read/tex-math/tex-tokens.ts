/** A piece of TeX: a command without its backslash, a character, or a group mark. */
export type TexToken =
  | { kind: 'command'; text: string }
  | { kind: 'character'; text: string }
  | { kind: 'open' | 'close' | 'sub' | 'super' | 'cell' | 'row' | 'prime' };

const pieces = /\\([a-zA-Z]+)\*?|\\([^a-zA-Z])|%[^\n]*\n?|\d+(?:[.,]\d+)*|\s+|[\s\S]/gu;

const marks: Readonly<Partial<Record<string, 'open' | 'close' | 'sub' | 'super' | 'cell' | 'prime'>>> = {
  '{': 'open',
  '}': 'close',
  _: 'sub',
  '^': 'super',
  '&': 'cell',
  "'": 'prime',
};

/** The tokens of a formula, white space among them, comments not. */
export function texTokens(tex: string): TexToken[] {
  const tokens: TexToken[] = [];
  for (const [piece, command, symbol] of tex.matchAll(pieces)) {
    const mark = marks[piece];
    if (command === 'cr') tokens.push({ kind: 'row' });
    else if (command !== undefined) tokens.push({ kind: 'command', text: command });
    else if (symbol === '\\') tokens.push({ kind: 'row' });
    else if (symbol !== undefined) tokens.push({ kind: 'command', text: symbol });
    else if (mark) tokens.push({ kind: mark });
    else if (!piece.startsWith('%')) tokens.push({ kind: 'character', text: piece });
  }
  return tokens;
}
