import type { Token } from '../tokens/token.ts';
import { sameToken } from './conditionals.ts';
import type { Command, Expander } from './expander.ts';

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** Commands that choose what is read, and the few of TeX's own that build other commands. */
export const switchCommands: Readonly<Record<string, Command>> = {
  newif: ({ arguments: args, switches }) => switches.declare(textOf(args.mandatory()).replace(/^if/, '')),
  newtoggle: declare,
  newbool: declare,
  newboolean: declare,
  provideboolean: declare,
  toggletrue: (expander) => expander.switches.set(textOf(expander.arguments.mandatory()), true),
  booltrue: (expander) => expander.switches.set(textOf(expander.arguments.mandatory()), true),
  togglefalse: (expander) => expander.switches.set(textOf(expander.arguments.mandatory()), false),
  boolfalse: (expander) => expander.switches.set(textOf(expander.arguments.mandatory()), false),
  setbool: setSwitch,
  setboolean: setSwitch,
  settoggle: setSwitch,
  iftoggle: chooseBySwitch,
  ifbool: chooseBySwitch,
  ifthenelse: (expander) => {
    const { arguments: args, input } = expander;
    const condition = args.mandatory();
    const [yes, no] = [args.mandatory(), args.mandatory()];
    input.push(holds(condition, expander) ? yes : no);
  },
  iftrue: ({ switches }, token) => switches.choose(true, token),
  iffalse: ({ switches }, token) => switches.choose(false, token),
  ifdefined: (expander, token) => {
    const name = expander.input.next();
    expander.switches.choose(name?.kind === 'command' && expander.isDefined(name.text), token);
  },
  ifcsname: (expander, token) => expander.switches.choose(expander.isDefined(commandName(expander)), token),
  ifx: (expander, token) => {
    const [a, b] = [comparand(expander), comparand(expander)];
    expander.switches.choose(
      sameToken(a, b, (name) => expander.isDefined(name)),
      token,
    );
  },
  '@ifundefined': (expander) => {
    const { arguments: args, input } = expander;
    const name = textOf(args.mandatory());
    const [yes, no] = [args.mandatory(), args.mandatory()];
    input.push(expander.isDefined(name) ? no : yes);
  },
  else: ({ switches }, token) => switches.skipBranch(token),
  fi: () => undefined,
  csname: (expander, token) => expander.input.push([{ ...token, text: commandName(expander) }]),
  expandafter: () => undefined,
  noexpand: () => undefined,
  relax: () => undefined,
  begingroup: (expander, token) => expander.emit({ ...token, kind: 'open', text: '{' }),
  bgroup: (expander, token) => expander.emit({ ...token, kind: 'open', text: '{' }),
  endgroup: (expander, token) => expander.emit({ ...token, kind: 'close', text: '}' }),
  egroup: (expander, token) => expander.emit({ ...token, kind: 'close', text: '}' }),
};

function declare({ arguments: args, switches }: Expander): void {
  switches.declare(textOf(args.mandatory()));
}

function setSwitch({ arguments: args, switches }: Expander): void {
  const name = textOf(args.mandatory());
  switches.set(name, textOf(args.mandatory()).trim() === 'true');
}

function chooseBySwitch({ arguments: args, input, switches }: Expander): void {
  const name = textOf(args.mandatory());
  const [yes, no] = [args.mandatory(), args.mandatory()];
  input.push(switches.isSet(name) ? yes : no);
}

/** The name between `\csname` and `\endcsname`. */
function commandName({ input }: Expander): string {
  let name = '';
  for (let token = input.next(); token; token = input.next()) {
    if (token.kind === 'command' && token.text === 'endcsname') break;
    if (token.kind === 'paragraph' || name.length > 200) break;
    name += token.text;
  }
  return name;
}

function comparand(expander: Expander): Token | undefined {
  const token = expander.input.next();
  if (token?.kind === 'command' && token.text === 'csname') return { ...token, text: commandName(expander) };
  if (token?.kind !== 'text' || token.text.length < 2) return token;
  const [first = '', ...rest] = token.text;
  expander.input.push([{ ...token, text: rest.join('') }]);
  return { ...token, text: first };
}

/** What of the `ifthen` package's conditions can be known; anything else is taken for false. */
function holds(condition: readonly Token[], { switches }: Expander): boolean {
  const text = condition.map(({ kind, text: part }) => (kind === 'command' ? `\\${part}` : part)).join('');
  const isNegated = /^\s*\\(?:not|NOT)/.test(text);
  const name = /\\boolean\s*\{([^{}]*)\}/.exec(text)?.[1];
  if (name !== undefined) return switches.isSet(name) !== isNegated;
  const [, a, b] = /\\equal\s*\{([^{}]*)\}\s*\{([^{}]*)\}/.exec(text) ?? [];
  return a !== undefined && (a === b) !== isNegated;
}
