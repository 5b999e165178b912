import type { Token } from '../tokens/token.ts';
import type { TokenInput } from './input.ts';
import type { Parameter } from './macro.ts';
import type { Notices } from './notices.ts';

/** After so many arguments without an end no more are sought: each costs a look at all that follows. */
const mostUnended = 100;

/** Reads the arguments of macros from the input. */
export class ArgumentReader {
  readonly #input: TokenInput;
  readonly #notices: Notices;
  #unended = 0;

  constructor(input: TokenInput, notices: Notices) {
    this.#input = input;
    this.#notices = notices;
  }

  /** A group without its braces, else one token; nothing before the end of a group or of the input. */
  mandatory(): Token[] {
    const first = this.#input.peekSolid();
    if (!first || first.kind === 'close' || first.kind === 'paragraph') return [];
    this.#input.next();
    if (first.kind === 'open') return this.#unended < mostUnended ? this.#upToClose(first) : [];
    if (first.kind === 'text' && first.text.length > 1) {
      const [letter = '', ...rest] = first.text;
      this.#input.push([{ ...first, text: rest.join('') }]);
      return [{ ...first, text: letter }];
    }
    return [first];
  }

  /** What stands in square brackets, if they come next. */
  optional(): Token[] | undefined {
    const open = this.#input.peekSolid();
    if (open?.kind !== 'text' || open.text !== '[' || this.#unended > mostUnended) return undefined;
    this.#input.next();
    const read: Token[] = [];
    let depth = 0;
    for (let token = this.#input.next(); token; token = this.#input.next()) {
      if (depth === 0 && token.kind === 'text' && token.text === ']') return read;
      if (token.kind === 'open') depth++;
      if (token.kind === 'close') depth--;
      read.push(token);
      if (depth < 0 || token.kind === 'paragraph') break;
    }
    this.#unended++;
    // It was no argument, but a bracket in the text.
    this.#input.push([open, ...read]);
    return undefined;
  }

  star(): boolean {
    const next = this.#input.peek();
    if (next?.kind !== 'text' || !next.text.startsWith('*')) return false;
    this.#input.next();
    if (next.text.length > 1) this.#input.push([{ ...next, text: next.text.slice(1) }]);
    return true;
  }

  all(parameters: readonly Parameter[]): Token[][] {
    return parameters.map((parameter) => {
      switch (parameter.kind) {
        case 'mandatory':
          return this.mandatory();
        case 'optional':
          return this.optional() ?? [...parameter.default];
        case 'star':
          this.star();
          return [];
        default:
          return this.#upTo(parameter.end);
      }
    });
  }

  /** Takes tokens that have to come next, as far as they do. */
  expect(pattern: readonly Token[]): void {
    for (const wanted of pattern) {
      const token = wanted.kind === 'space' ? this.#input.peek() : this.#input.peekSolid();
      if (token?.kind === wanted.kind && token.text === wanted.text) this.#input.next();
      else if (token?.kind === 'text' && wanted.kind === 'text' && token.text.startsWith(wanted.text)) {
        this.#input.next();
        this.#input.push([{ ...token, text: token.text.slice(wanted.text.length) }]);
      } else if (wanted.kind !== 'space') return;
    }
  }

  #upTo(end: readonly Token[]): Token[] {
    const [first] = end;
    if (!first) return [];
    const read: Token[] = [];
    let depth = 0;
    for (let token = this.#input.next(); token; token = this.#input.next()) {
      const at = first.kind === 'text' && token.kind === 'text' ? token.text.indexOf(first.text) : -1;
      if (
        depth === 0 &&
        (at >= 0 || (first.kind === token.kind && (first.kind !== 'command' || first.text === token.text)))
      ) {
        if (at > 0) read.push({ ...token, text: token.text.slice(0, at) });
        if (at >= 0 && token.text.length > at + first.text.length) {
          this.#input.push([{ ...token, text: token.text.slice(at + first.text.length) }]);
        }
        this.expect(end.slice(1));
        return read;
      }
      if (token.kind === 'open') depth++;
      if (token.kind === 'close') depth--;
      read.push(token);
      if (depth < 0 || token.kind === 'paragraph') break;
    }
    this.#input.push(read);
    return [];
  }

  /** Without its end an argument would be all of the rest: it is taken for none, and the rest for text. */
  #upToClose(open: Token): Token[] {
    const read: Token[] = [];
    let depth = 1;
    for (let token = this.#input.next(); token; token = this.#input.next()) {
      if (token.kind === 'open') depth++;
      if (token.kind === 'close' && --depth === 0) return read;
      read.push(token);
    }
    this.#unended++;
    this.#notices.add('ddm/latex-unbalanced', open);
    this.#input.push(read);
    return [];
  }
}
