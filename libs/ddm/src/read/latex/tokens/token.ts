/** Where something stands in the source: a file of the upload and a line in it, from 1. */
export type Place = { file: string; line: number };

export type TokenKind =
  | 'command'
  | 'text'
  | 'space'
  | 'paragraph'
  | 'open'
  | 'close'
  | 'math'
  | 'display'
  | 'cell'
  | 'sup'
  | 'sub'
  | 'tie'
  | 'parameter'
  /** Text that TeX would take as it stands; `name` tells which command or environment holds it. */
  | 'verbatim';

/** What TeX's mouth makes of characters. `text` is a command's name without its backslash, or the characters themselves. */
export type Token = Place & { kind: TokenKind; text: string; name?: string };
