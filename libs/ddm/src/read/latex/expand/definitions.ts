import type { Token } from '../tokens/token.ts';
import type { Command, Expander } from './expander.ts';
import { documentParameters, latexParameters, type Macro, texParameters } from './macro.ts';
import { protectedCommands, protectedEnvironments } from './protected-names.ts';

/** `\def`, `\newcommand` and the others that define commands and environments. */
export const definitionCommands: Readonly<Record<string, Command>> = {
  def: defineByTex,
  gdef: defineByTex,
  edef: defineByTex,
  xdef: defineByTex,
  let: letBe,
  futurelet: letBe,
  newcommand: (expander) => defineByLatex(expander, true),
  renewcommand: (expander) => defineByLatex(expander, true),
  providecommand: (expander) => defineByLatex(expander, false),
  DeclareRobustCommand: (expander) => defineByLatex(expander, true),
  newrobustcmd: (expander) => defineByLatex(expander, true),
  renewrobustcmd: (expander) => defineByLatex(expander, true),
  NewDocumentCommand: defineDocumentCommand,
  RenewDocumentCommand: defineDocumentCommand,
  ProvideDocumentCommand: defineDocumentCommand,
  DeclareDocumentCommand: defineDocumentCommand,
  DeclareMathOperator: defineOperator,
  DeclarePairedDelimiter: definePair,
  newenvironment: defineEnvironment,
  renewenvironment: defineEnvironment,
  NewDocumentEnvironment: defineDocumentEnvironment,
  newtheorem: defineTheorem,
  spnewtheorem: defineTheorem,
  declaretheorem: declareTheorem,
  newcolumntype: ({ arguments: args }) => {
    args.mandatory();
    args.optional();
    args.mandatory();
  },
  excludecomment: (expander) => void expander.excluded.add(plainName(expander)),
  includecomment: (expander) => void expander.excluded.delete(plainName(expander)),
  long: () => undefined,
  global: () => undefined,
  protected: () => undefined,
  outer: () => undefined,
};

/** Whether a definition of the source counts; those of commands that the reader knows do only outside packages. */
function define(expander: Expander, name: string, macro: Macro, replaces = true): void {
  if (name === '' || protectedCommands.has(name)) return;
  if (!replaces && expander.isDefined(name)) return;
  if (/^the[a-z]+$/.test(name) && macro.parameters.length === 0 && isCounterFormat(macro.body)) {
    formatCounter(expander, name.slice(3), macro.body);
    return;
  }
  // A macro that stands for itself would never end.
  if (macro.body.length === 1 && macro.body[0]?.kind === 'command' && macro.body[0].text === name) return;
  expander.macros.set(name, macro);
}

function isCounterFormat(body: readonly Token[]): boolean {
  return body.some(({ kind, text }) => kind === 'command' && /^(?:arabic|alph|Alph|roman|Roman|the[a-z]+)$/.test(text));
}

/** How a counter is shown counts from here on: it is passed on to the reader, in its place. */
function formatCounter(expander: Expander, counter: string, body: readonly Token[]): void {
  const [place] = body;
  if (!place) return;
  const { file, line } = place;
  const token = (kind: Token['kind'], text: string): Token => ({ kind, text, file, line });
  const name = [token('open', '{'), token('text', counter), token('close', '}')];
  for (const each of [token('command', 'counter format'), ...name, token('open', '{'), ...body, token('close', '}')]) {
    expander.emit(each);
  }
}

/** `\name` or `{\name}`. */
function nameOf(expander: Expander): string {
  const tokens = expander.arguments.mandatory();
  return tokens.find(({ kind }) => kind === 'command')?.text ?? '';
}

function defineByTex(expander: Expander): void {
  const { input } = expander;
  const name = input.peekSolid();
  if (name?.kind !== 'command') return;
  input.next();
  const pattern: Token[] = [];
  for (let token = input.peek(); token && token.kind !== 'open'; token = input.peek()) {
    if (token.kind === 'paragraph' || pattern.length > 40) return;
    pattern.push(token);
    input.next();
  }
  const body = expander.arguments.mandatory();
  define(expander, name.text, { ...texParameters(pattern), body });
}

function letBe(expander: Expander): void {
  const { input } = expander;
  const name = input.peekSolid();
  if (name?.kind !== 'command') return;
  input.next();
  const sign = input.peekSolid();
  if (sign?.kind === 'text' && sign.text === '=') input.next();
  const target = input.peekSolid();
  if (!target) return;
  input.next();
  const same = target.kind === 'command' ? expander.macros.get(target.text) : undefined;
  define(expander, name.text, same ?? { prefix: [], parameters: [], body: [target] });
}

function defineByLatex(expander: Expander, replaces: boolean): void {
  const { arguments: args } = expander;
  args.star();
  const name = nameOf(expander);
  const count = Number(args.optional()?.[0]?.text ?? 0);
  const first = count > 0 ? args.optional() : undefined;
  const body = args.mandatory();
  define(expander, name, { prefix: [], parameters: latexParameters(count, first), body }, replaces);
}

function defineDocumentCommand(expander: Expander): void {
  const name = nameOf(expander);
  const parameters = documentParameters(expander.arguments.mandatory());
  define(expander, name, { prefix: [], parameters, body: expander.arguments.mandatory() });
}

function defineOperator(expander: Expander, token: Token): void {
  expander.arguments.star();
  const name = nameOf(expander);
  const text = expander.arguments.mandatory();
  const braces = (kind: 'open' | 'close'): Token => ({ ...token, kind, text: kind === 'open' ? '{' : '}' });
  const body = [{ ...token, text: 'operatorname' }, braces('open'), ...text, braces('close')];
  define(expander, name, { prefix: [], parameters: [], body });
}

function definePair(expander: Expander, token: Token): void {
  const name = nameOf(expander);
  const [open, close] = [expander.arguments.mandatory(), expander.arguments.mandatory()];
  const body: Token[] = [...open, { ...token, kind: 'parameter', text: '3' }, ...close];
  const parameters: Macro['parameters'] = [{ kind: 'star' }, { kind: 'optional', default: [] }, { kind: 'mandatory' }];
  define(expander, name, { prefix: [], parameters, body });
}

function plainName(expander: Expander): string {
  return expander.arguments
    .mandatory()
    .map(({ text }) => text)
    .join('')
    .trim();
}

function defineEnvironment(expander: Expander): void {
  const { arguments: args } = expander;
  args.star();
  const name = plainName(expander);
  const count = Number(args.optional()?.[0]?.text ?? 0);
  const first = count > 0 ? args.optional() : undefined;
  const macro = { parameters: latexParameters(count, first), begin: args.mandatory(), end: args.mandatory() };
  if (name !== '' && !protectedEnvironments.has(name)) expander.environments.set(name, macro);
}

function defineDocumentEnvironment(expander: Expander): void {
  const name = plainName(expander);
  const parameters = documentParameters(expander.arguments.mandatory());
  const macro = { parameters, begin: expander.arguments.mandatory(), end: expander.arguments.mandatory() };
  if (!protectedEnvironments.has(name)) expander.environments.set(name, macro);
}

function defineTheorem(expander: Expander, { text: command }: Token): void {
  const { arguments: args } = expander;
  const starred = args.star();
  const name = plainName(expander);
  const shared = args.optional();
  const title = args.mandatory();
  const within = args.optional();
  if (command === 'spnewtheorem') {
    args.mandatory();
    args.mandatory();
  }
  if (name === '') return;
  expander.preamble.theorems.set(name, {
    title,
    numbered: !starred || command === 'spnewtheorem',
    ...(shared ? { shared: shared.map(({ text }) => text).join('') } : {}),
    ...(within ? { within: within.map(({ text }) => text).join('') } : {}),
  });
}

/** `\declaretheorem[name=…, numberwithin=…]{kind}` of thmtools. */
function declareTheorem(expander: Expander, token: Token): void {
  const options = (expander.arguments.optional() ?? []).map(({ text }) => text).join('');
  const option = (pattern: string): string | undefined =>
    new RegExp(`(?:^|,)\\s*(?:${pattern})\\s*=\\s*\\{?([^,}]*)`).exec(options)?.[1]?.trim();
  for (const name of plainName(expander).split(',')) {
    const title = option('name|title|heading') ?? name.charAt(0).toUpperCase() + name.slice(1);
    const shared = option('sibling|numberlike|sharenumber');
    const within = option('numberwithin|parent|within');
    expander.preamble.theorems.set(name.trim(), {
      title: [{ ...token, kind: 'text', text: title }],
      numbered: !/numbered\s*=\s*no/.test(options),
      ...(shared === undefined ? {} : { shared }),
      ...(within === undefined ? {} : { within }),
    });
  }
  expander.arguments.optional();
}
