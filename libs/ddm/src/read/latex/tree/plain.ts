import type { Token } from '../tokens/token.ts';
import type { LatexNode } from './node.ts';

/** Nodes as LaTeX again: keys, names of files, options. */
export function rawTextOf(nodes: readonly LatexNode[]): string {
  let raw = '';
  for (const node of nodes) raw += rawNode(node);
  return raw;
}

function rawNode(node: LatexNode): string {
  switch (node.kind) {
    case 'text':
    case 'verbatim':
      return node.text;
    case 'space':
      return ' ';
    case 'paragraph':
      return '\n\n';
    case 'cell':
      return '&';
    case 'tie':
      return '~';
    case 'sup':
      return '^';
    case 'sub':
      return '_';
    case 'command':
      return /^[a-zA-Z@]+$/.test(node.name) ? `\\${node.name} ` : `\\${node.name}`;
    case 'group':
      return `{${rawTextOf(node.children)}}`;
    case 'environment':
      return `\\begin{${node.name}}${rawTextOf(node.children)}\\end{${node.name}}`;
    default:
      return `$${texOf(node.tokens)}$`;
  }
}

/** Tokens of a formula as TeX. */
export function texOf(tokens: readonly Token[]): string {
  let tex = '';
  for (const [i, token] of tokens.entries()) {
    switch (token.kind) {
      case 'command': {
        if (token.name !== undefined) tex += `\\${token.text}{${token.name}}`;
        else {
          const next = tokens[i + 1];
          const runsOn = /[a-zA-Z]$/.test(token.text) && next?.kind === 'text' && /^[a-zA-Z]/.test(next.text);
          tex += `\\${token.text}${runsOn ? ' ' : ''}`;
        }
        break;
      }
      case 'paragraph':
        tex += ' ';
        break;
      case 'parameter':
        tex += `#${token.text}`;
        break;
      // A formula in the words of a formula.
      case 'math':
      case 'display':
        break;
      default:
        tex += token.text;
    }
  }
  return tex.trim();
}
