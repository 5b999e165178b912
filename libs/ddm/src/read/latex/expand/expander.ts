import type { Token } from '../tokens/token.ts';
import { ArgumentReader } from './arguments.ts';
import { Conditionals } from './conditionals.ts';
import { definitionCommands } from './definitions.ts';
import { fileCommands } from './file-commands.ts';
import { TokenInput } from './input.ts';
import { type EnvironmentMacro, fillIn, type Macro } from './macro.ts';
import { Notices } from './notices.ts';
import type { SourceReader } from './source-reader.ts';
import { Preamble } from './preamble.ts';
import { spacingCommands } from './spacing-commands.ts';
import { switchCommands } from './switch-commands.ts';

/** Bounds of one paper: what macros may do, in calls, in lists read at once, and in tokens that come out. */
const most = { calls: 200_000, depth: 400, tokens: 3_000_000 };

/** What a command does while macros are expanded; it reads its arguments from the input. */
export type Command = (expander: Expander, token: Token) => void;

/**
 * TeX's gullet, as far as papers need it: takes in files, expands the macros that the source defines, and follows its
 * switches. What comes out holds only commands that the reader knows or nobody does. Definitions are global.
 */
export class Expander {
  readonly input = new TokenInput();
  readonly preamble = new Preamble();
  readonly macros = new Map<string, Macro>();
  readonly environments = new Map<string, EnvironmentMacro>();
  /** Environments that are comments (`\excludecomment`). */
  readonly excluded = new Set<string>();
  readonly switches: Conditionals;
  readonly arguments: ArgumentReader;
  readonly notices: Notices;
  readonly sources: SourceReader;
  /** Whether a package is read: its definitions count, its text does not. */
  isPackage = false;
  #output: Token[] = [];
  #calls = 0;
  #tokens = 0;
  readonly #isKnown: (command: string) => boolean;

  /** @param isKnown whether the reader knows a command, so that a package need not define it */
  constructor(sources: SourceReader, notices: Notices, isKnown: (command: string) => boolean) {
    this.sources = sources;
    this.notices = notices;
    this.arguments = new ArgumentReader(this.input, notices);
    this.switches = new Conditionals(this.input, notices);
    this.#isKnown = isKnown;
  }

  /** All that a file comes to. */
  run(tokens: readonly Token[], file: string): Token[] {
    this.input.push(tokens, file);
    for (let token = this.input.next(); token; token = this.input.next()) {
      if (++this.#tokens > most.tokens) {
        this.notices.add('ddm/macro-limit', token);
        this.input.clear();
        break;
      }
      if (token.kind === 'command') this.#command(token);
      else this.emit(token);
    }
    const output = this.#output;
    this.#output = [];
    return output;
  }

  emit(token: Token): void {
    if (!this.isPackage) this.#output.push(token);
  }

  /** Reads a package for its definitions. */
  readPackage(tokens: readonly Token[], file: string): void {
    // What is wrong in a package concerns nobody who reads the paper.
    const inner = new Expander(this.sources, new Notices(), this.#isKnown);
    inner.isPackage = true;
    inner.run(tokens, file);
    for (const [name, macro] of inner.macros) {
      const isInternal =
        name.includes('@') || macro.body.some(({ kind, text }) => kind === 'command' && text.includes('@'));
      if (!isInternal && !this.#isKnown(name) && !this.macros.has(name)) this.macros.set(name, macro);
    }
    for (const [name, kind] of inner.preamble.theorems) this.preamble.theorems.set(name, kind);
    for (const name of ['natbib', 'biblatex', 'cite']) {
      if (inner.preamble.uses(name)) this.preamble.use(name, inner.preamble.options(name).join());
    }
  }

  isDefined(name: string): boolean {
    return this.macros.has(name) || this.#isKnown(name) || Object.hasOwn(commands, name);
  }

  #command(token: Token): void {
    const { text: name } = token;
    const macro = this.macros.get(name);
    if (macro) this.#call(macro, token);
    else if (Object.hasOwn(commands, name)) commands[name]?.(this, token);
    else if (this.switches.isConditional(name)) this.switches.choose(this.switches.isSet(name.slice(2)), token);
    else if (!this.switches.throwSwitch(name)) this.emit(token);
  }

  #call(macro: Macro, token: Token): void {
    if (!this.#mayCall(token)) return;
    this.arguments.expect(macro.prefix);
    this.#push(fillIn(macro.body, this.arguments.all(macro.parameters)));
  }

  /** `\begin` of an environment of the source's own becomes a group that holds what it stands for. */
  begin(token: Token): void {
    const name = textOf(this.arguments.mandatory()).trim();
    if (this.excluded.has(name)) {
      this.#skipTo(name);
      return;
    }
    const macro = this.environments.get(name);
    if (!macro || !this.#mayCall(token)) {
      this.emit({ ...token, name });
      return;
    }
    const body = fillIn(macro.begin, this.arguments.all(macro.parameters));
    this.#push([{ ...token, kind: 'open', text: '{' }, ...body]);
  }

  end(token: Token): void {
    const name = textOf(this.arguments.mandatory()).trim();
    const macro = this.environments.get(name);
    if (macro) this.#push([...macro.end, { ...token, kind: 'close', text: '}' }]);
    else {
      this.emit({ ...token, name });
      // What stands behind the end of the document is not typeset.
      if (name === 'document' && !this.sources.isInSubfile) this.input.clear();
    }
  }

  /** Past the end of an environment, or of all where it does not end. */
  #skipTo(name: string): void {
    for (let token = this.input.next(); token; token = this.input.next()) {
      const isEnd = token.kind === 'command' && token.text === 'end';
      if (isEnd && textOf(this.arguments.mandatory()).trim() === name) return;
    }
  }

  #push(tokens: readonly Token[]): void {
    this.#tokens += tokens.length;
    this.input.push(tokens);
  }

  #mayCall(token: Token): boolean {
    const may = ++this.#calls <= most.calls && this.input.depth < most.depth;
    if (!may) this.notices.add('ddm/macro-limit', token);
    return may;
  }
}

/** The characters of some tokens, as the source has them. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ kind, text }) => (kind === 'command' ? `\\${text}` : text)).join('');
}

const commands: Readonly<Record<string, Command>> = Object.assign(Object.create(null) as Record<string, Command>, {
  begin: (expander: Expander, token: Token) => expander.begin(token),
  end: (expander: Expander, token: Token) => expander.end(token),
  ...definitionCommands,
  ...fileCommands,
  ...switchCommands,
  ...spacingCommands,
});
