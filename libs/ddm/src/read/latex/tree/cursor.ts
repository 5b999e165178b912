import { rawTextOf } from './plain.ts';
import type { LatexNode } from './node.ts';

/** After so many brackets without an end, `[` is a character. */
const mostUnclosed = 100;

/** Reads the nodes of one level one after the other, and the arguments behind a command. */
export class NodeCursor {
  readonly #nodes: LatexNode[];
  #at = 0;
  /** Brackets that did not close: each costs a look at all that follows. */
  #unclosed = 0;

  constructor(nodes: readonly LatexNode[]) {
    this.#nodes = [...nodes];
  }

  next(): LatexNode | undefined {
    return this.#nodes[this.#at++];
  }

  peek(): LatexNode | undefined {
    return this.#nodes[this.#at];
  }

  /** The next node that is no space. */
  peekSolid(): LatexNode | undefined {
    let at = this.#at;
    while (this.#nodes[at]?.kind === 'space') at++;
    return this.#nodes[at];
  }

  /** All nodes up to one for which `ends` holds, which is left. */
  until(ends: (node: LatexNode) => boolean): LatexNode[] {
    const start = this.#at;
    while (this.#at < this.#nodes.length) {
      const node = this.#nodes[this.#at];
      if (node && ends(node)) break;
      this.#at++;
    }
    return this.#nodes.slice(start, this.#at);
  }

  rest(): LatexNode[] {
    return this.until(() => false);
  }

  /** The content of a group, else one character or command; nothing at the end of a paragraph. */
  argument(): LatexNode[] {
    const node = this.peekSolid();
    if (!node || node.kind === 'paragraph' || node.kind === 'cell') return [];
    this.#skipSpace();
    if (node.kind === 'text' && node.text.length > 1) {
      const [letter = '', ...rest] = node.text;
      this.#nodes[this.#at] = { kind: 'text', text: rest.join('') };
      return [{ kind: 'text', text: letter }];
    }
    this.#at++;
    return node.kind === 'group' ? node.children : [node];
  }

  /** An argument in braces; nothing where none comes next. */
  group(): LatexNode[] | undefined {
    const node = this.peekSolid();
    if (node?.kind !== 'group') return undefined;
    this.#skipSpace();
    this.#at++;
    return node.children;
  }

  star(): boolean {
    const node = this.peek();
    if (node?.kind !== 'text' || !node.text.startsWith('*')) return false;
    if (node.text.length === 1) this.#at++;
    else this.#nodes[this.#at] = { kind: 'text', text: node.text.slice(1) };
    return true;
  }

  /** The argument as the source has it. */
  rawArgument(): string {
    return rawTextOf(this.argument()).trim();
  }

  rawOptional(): string | undefined {
    const content = this.optional();
    return content && rawTextOf(content).trim();
  }

  /** Text in parentheses, as pictures and some boxes have it. */
  skipParentheses(): void {
    const node = this.peekSolid();
    if (node?.kind !== 'text' || !node.text.startsWith('(')) return;
    this.#skipSpace();
    const end = node.text.indexOf(')');
    if (end < 0) return;
    const rest = node.text.slice(end + 1);
    if (rest === '') this.#at++;
    else this.#nodes[this.#at] = { kind: 'text', text: rest };
  }

  /** Drops a mark that comes next, such as the sign of an assignment. */
  skipText(pattern: RegExp): string {
    const node = this.peekSolid();
    const match = node?.kind === 'text' ? pattern.exec(node.text) : null;
    if (node?.kind !== 'text' || !match || match.index !== 0) return '';
    this.#skipSpace();
    const rest = node.text.slice(match[0].length);
    if (rest === '') this.#at++;
    else this.#nodes[this.#at] = { kind: 'text', text: rest };
    return match[0];
  }

  #skipSpace(): void {
    while (this.peek()?.kind === 'space') this.#at++;
  }

  /**
   * What stands in square brackets, if they come next.
   * @param isLong whether it may hold blank lines
   */
  optional(isLong = false): LatexNode[] | undefined {
    const first = this.peekSolid();
    if (first?.kind !== 'text' || first.text !== '[' || this.#unclosed > mostUnclosed) return undefined;
    this.#unclosed++;
    const start = this.#nodes.indexOf(first, this.#at) + 1;
    let depth = 0;
    for (let at = start; at < this.#nodes.length; at++) {
      const node = this.#nodes[at];
      if (node?.kind === 'paragraph' && !isLong) return undefined;
      if (node?.kind !== 'text') continue;
      if (node.text === '[') depth++;
      if (node.text === ']' && depth-- === 0) {
        this.#at = at + 1;
        this.#unclosed--;
        return this.#nodes.slice(start, at);
      }
    }
    return undefined;
  }
}
