import { DdmError } from '../../../ddm-error.ts';
import type { Notices } from '../expand/notices.ts';
import type { Place, Token } from '../tokens/token.ts';
import type { LatexNode } from './node.ts';

/** No paper nests deeper; everything behind recurses over the tree because of it. */
const deepest = 150;

/** After so many formulas without an end no more are sought: each costs a look at all that follows. */
const mostUnended = 100;

const mathEnvironments =
  /^(?:equation|align|alignat|xalignat|gather|multline|eqnarray|flalign|displaymath|math|dmath|IEEEeqnarray)\*?$/;

type Open = { kind: 'root' | 'group' | 'environment'; name: string; children: LatexNode[] } & Place;

/**
 * The tree of groups, environments and formulas in a list of tokens. What does not match is mended as TeX mends it, and
 * told: a closing brace too many is dropped, an environment that does not end ends with the one around it.
 * @throws DdmError `ddm/too-deep`
 */
export function buildTree(tokens: readonly Token[], notices: Notices): LatexNode[] {
  return new TreeBuilder(tokens, notices).build();
}

class TreeBuilder {
  readonly #tokens: readonly Token[];
  readonly #notices: Notices;
  readonly #stack: Open[] = [{ kind: 'root', name: '', children: [], file: '', line: 0 }];
  #at = 0;
  #unended = 0;

  constructor(tokens: readonly Token[], notices: Notices) {
    this.#tokens = tokens;
    this.#notices = notices;
  }

  build(): LatexNode[] {
    for (let token = this.#tokens[this.#at]; token; token = this.#tokens[this.#at]) {
      this.#at++;
      this.#read(token);
    }
    while (this.#stack.length > 1) this.#popBroken();
    return this.#stack[0]?.children ?? [];
  }

  #add(node: LatexNode): void {
    this.#stack.at(-1)?.children.push(node);
  }

  #read(token: Token): void {
    const { file, line } = token;
    switch (token.kind) {
      case 'open':
        this.#push({ kind: 'group', name: '', children: [], file, line });
        break;
      case 'close':
        if (this.#stack.at(-1)?.kind === 'group') this.#pop();
        else this.#notices.add('ddm/latex-unbalanced', token);
        break;
      case 'math':
      case 'display':
        this.#delimited(token);
        break;
      case 'command':
        this.#command(token);
        break;
      case 'verbatim':
        this.#add({ kind: 'verbatim', name: token.name ?? '', text: token.text });
        break;
      case 'text':
        this.#add({ kind: 'text', text: token.text });
        break;
      case 'parameter':
        this.#add({ kind: 'text', text: `#${token.text}` });
        break;
      default:
        this.#add({ kind: token.kind });
    }
  }

  #command(token: Token): void {
    const { text: name, file, line } = token;
    if (name === '(' || name === '[') this.#delimited(token);
    else if (name === 'begin') this.#begin(token, token.name ?? '');
    else if (name === 'end') this.#end(token, token.name ?? '');
    else if (name === 'ensuremath' && this.#tokens[this.#at]?.kind === 'open') this.#ensuredMath(token);
    else this.#add({ kind: 'command', name, file, line });
  }

  /** `\ensuremath{…}` amid text is a formula. */
  #ensuredMath({ file, line }: Token): void {
    const start = this.#at + 1;
    let depth = 1;
    for (this.#at = start; this.#at < this.#tokens.length && depth > 0; this.#at++) {
      const { kind } = this.#tokens[this.#at] ?? {};
      depth += Number(kind === 'open') - Number(kind === 'close');
    }
    const tokens = this.#tokens.slice(start, this.#at - 1);
    this.#add({ kind: 'math', display: false, environment: '', tokens, file, line });
  }

  #begin(token: Token, name: string): void {
    const { file, line } = token;
    if (!mathEnvironments.test(name)) {
      this.#push({ kind: 'environment', name, children: [], file, line });
      return;
    }
    const end = this.#unended < mostUnended ? this.#endOfMathEnvironment(name) : undefined;
    if (end === undefined) {
      this.#unended++;
      this.#notices.add('ddm/latex-math', token);
      return;
    }
    const tokens = this.#tokens.slice(this.#at, end);
    this.#at = end + 1;
    this.#add({ kind: 'math', display: name !== 'math', environment: name, tokens, file, line });
  }

  /** Where a formula's environment ends; nothing where something begins first that no formula holds. */
  #endOfMathEnvironment(name: string): number | undefined {
    let depth = 0;
    for (let at = this.#at; at < this.#tokens.length; at++) {
      const token = this.#tokens[at];
      if (token?.kind !== 'command') continue;
      if (/^(?:sub)*section$|^(?:chapter|caption|item|bibitem)$/.test(token.text)) return undefined;
      if (token.text === 'begin' && token.name === name) depth++;
      if (token.text === 'end' && token.name === name && depth-- === 0) return at;
      if (token.text === 'end' && token.name === 'document') return undefined;
    }
    return undefined;
  }

  #delimited(open: Token): void {
    const close = { '(': ')', '[': ']' }[open.text];
    const { file, line } = open;
    let depth = 0;
    for (let at = this.#at; at < this.#tokens.length && this.#unended < mostUnended; at++) {
      const token = this.#tokens[at];
      if (!token) break;
      if (token.kind === 'open') depth++;
      if (token.kind === 'close' && --depth < 0) break;
      if (token.kind === 'paragraph') break;
      const isMark = token.kind === 'math' || token.kind === 'display';
      const ends = close === undefined ? isMark && depth === 0 : token.kind === 'command' && token.text === close;
      if (!ends) continue;
      const tokens = this.#tokens.slice(this.#at, at);
      // In "$a$$b$" the two marks in the middle end one formula and begin the next.
      const isDouble = open.kind === 'math' && token.kind === 'display';
      this.#at = at + 1;
      const display = open.kind === 'display' || open.text === '[';
      // "$$" amid a text is an empty formula.
      const isEmpty = tokens.every(({ kind }) => kind === 'space');
      if (!isEmpty) this.#add({ kind: 'math', display, environment: '', tokens, file, line });
      if (isDouble) this.#delimited({ ...token, kind: 'math', text: '$' });
      return;
    }
    this.#unended++;
    this.#notices.add('ddm/latex-math', open);
  }

  #end(token: Token, name: string): void {
    const at = this.#stack.findLastIndex((open) => open.kind === 'environment' && open.name === name);
    const top = this.#stack.at(-1);
    const hasDocument = this.#stack.some(
      (open, i) => i > at && open.kind === 'environment' && open.name === 'document',
    );
    if (at < 0 || hasDocument) {
      this.#notices.add('ddm/latex-unbalanced', token);
      return;
    }
    if (top !== this.#stack[at]) while (this.#stack.length - 1 > at) this.#popBroken();
    this.#pop();
  }

  #push(open: Open): void {
    if (this.#stack.length > deepest) {
      throw new DdmError(
        'ddm/too-deep',
        `${open.file}, line ${open.line}: more than ${deepest} groups and environments inside each other.`,
      );
    }
    this.#stack.push(open);
  }

  #popBroken(): void {
    const open = this.#stack.at(-1);
    if (open) this.#notices.add('ddm/latex-unbalanced', open);
    this.#pop();
  }

  #pop(): void {
    const open = this.#stack.pop();
    if (!open) return;
    const { name, children, file, line } = open;
    if (open.kind === 'environment') this.#add({ kind: 'environment', name, children, file, line });
    else this.#add({ kind: 'group', children, file, line });
  }
}
