import type { Token } from '../tokens/token.ts';
import type { TokenInput } from './input.ts';
import type { Notices } from './notices.ts';

/** After so many conditions without an end no more are skipped: each costs a look at all that follows. */
const mostUnended = 20;

const conditionals = new Set(
  (
    'if ifcat ifx ifnum ifdim ifodd ifvmode ifhmode ifmmode ifinner ifvoid ifhbox ifvbox ifeof iftrue iffalse ifcase ' +
    'ifdefined ifcsname iffontchar ifpdf ifxetex ifluatex ifPDFTeX ifXeTeX ifLuaTeX ifx@ ifincsname'
  ).split(' '),
);

/** The switches of a source and the branches that they choose. What cannot be known is taken for false. */
export class Conditionals {
  readonly #input: TokenInput;
  readonly #notices: Notices;
  readonly #switches = new Map<string, boolean>();
  #unended = 0;

  constructor(input: TokenInput, notices: Notices) {
    this.#input = input;
    this.#notices = notices;
  }

  /** `\newif\ifdraft`, `\newtoggle{draft}`, `\newbool{draft}`. */
  declare(name: string): void {
    if (!this.#switches.has(name)) this.#switches.set(name, false);
  }

  /** Whether a command throws a switch (`\drafttrue`); it is thrown then. */
  throwSwitch(command: string): boolean {
    const [, name = '', value] = /^(.*)(true|false)$/.exec(command) ?? [];
    if (!this.#switches.has(name)) return false;
    this.#switches.set(name, value === 'true');
    return true;
  }

  set(name: string, value: boolean): void {
    this.#switches.set(name, value);
  }

  isSet(name: string): boolean {
    return this.#switches.get(name) ?? false;
  }

  isConditional(command: string): boolean {
    return conditionals.has(command) || (command.startsWith('if') && this.#switches.has(command.slice(2)));
  }

  /** Goes on behind a condition (`\ifdraft`) with the branch that holds. */
  choose(holds: boolean, condition: Token): void {
    if (!holds) this.skipBranch(condition);
  }

  /**
   * Past the branch being read: behind its `\else` or its `\fi`; from an `\else` on, behind the `\fi` only. Where neither
   * comes the branch is read as if there were no condition: the rest of the paper is better than none of it.
   */
  skipBranch(start: Token): void {
    if (this.#unended > mostUnended) return;
    const fromElse = start.text === 'else';
    const skipped: Token[] = [];
    let depth = 0;
    for (let token = this.#input.next(); token; token = this.#input.next()) {
      skipped.push(token);
      if (token.kind !== 'command') continue;
      if (token.text === 'fi' && depth-- === 0) return;
      if (token.text === 'else' && depth === 0 && !fromElse) return;
      if (this.isConditional(token.text)) depth++;
    }
    this.#unended++;
    this.#notices.add('ddm/latex-unbalanced', start);
    this.#input.push(skipped);
  }
}

/** Whether two tokens are the same, as `\ifx` compares them; `isDefined` tells of commands. */
export function sameToken(a: Token | undefined, b: Token | undefined, isDefined: (name: string) => boolean): boolean {
  if (!a || !b) return false;
  const isUndefined = (token: Token): boolean => token.kind === 'command' && !isDefined(token.text);
  if (isUndefined(a) && isUndefined(b)) return true;
  return a.kind === b.kind && a.text === b.text;
}
