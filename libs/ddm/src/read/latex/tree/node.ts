import type { Place, Token } from '../tokens/token.ts';

/** A piece of a LaTeX text once its macros are expanded. Arguments are the nodes behind a command, see `NodeCursor`. */
export type LatexNode =
  | { kind: 'text'; text: string }
  | { kind: 'space' | 'paragraph' | 'cell' | 'tie' | 'sup' | 'sub' }
  | ({ kind: 'command'; name: string } & Place)
  | ({ kind: 'group'; children: LatexNode[] } & Place)
  | ({ kind: 'environment'; name: string; children: LatexNode[] } & Place)
  /** `environment` is empty for formulas in delimiters. */
  | ({ kind: 'math'; display: boolean; environment: string; tokens: Token[] } & Place)
  | { kind: 'verbatim'; name: string; text: string };

export type CommandNode = Extract<LatexNode, { kind: 'command' }>;
export type EnvironmentNode = Extract<LatexNode, { kind: 'environment' }>;
export type MathNode = Extract<LatexNode, { kind: 'math' }>;
