import type { Token } from '../tokens/token.ts';
import type { Command, Expander } from './expander.ts';

const texExtensions = ['.tex', '', '.ltx'];
/** Ends the folder of an `\import`, or a subfile. */
const leaveFolder = 'leave folder';
const leaveSubfile = 'leave subfile';

/** Commands that take files in. */
export const fileCommands: Readonly<Record<string, Command>> = {
  input: (expander, token) => takeIn(expander, fileName(expander), token),
  include: (expander, token) => takeIn(expander, fileName(expander), token),
  subfile: (expander, token) => takeIn(expander, fileName(expander), token),
  subfileinclude: (expander, token) => takeIn(expander, fileName(expander), token),
  InputIfFileExists: (expander, token) => {
    const name = fileName(expander);
    const [found, missing] = [expander.arguments.mandatory(), expander.arguments.mandatory()];
    const exists = typeof expander.sources.find(name, texExtensions) === 'object';
    expander.input.push(exists ? found : missing);
    if (exists) takeIn(expander, name, token);
  },
  IfFileExists: (expander) => {
    const name = fileName(expander);
    const [found, missing] = [expander.arguments.mandatory(), expander.arguments.mandatory()];
    expander.input.push(typeof expander.sources.find(name, texExtensions) === 'object' ? found : missing);
  },
  import: importFrom,
  subimport: importFrom,
  [leaveFolder]: ({ sources }) => sources.leave(),
  [leaveSubfile]: ({ sources }) => sources.leaveSubfile(),
  lstinputlisting: takeInListing,
  verbatiminput: takeInListing,
  documentclass: useClass,
  documentstyle: useClass,
  usepackage: usePackages,
  RequirePackage: usePackages,
  PassOptionsToPackage: ({ arguments: args, preamble }) => {
    const options = plain(args.mandatory());
    preamble.use(plain(args.mandatory()), options);
  },
};

function plain(tokens: readonly Token[]): string {
  return tokens
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** `{name}`, or a name up to the next space as TeX itself has it. */
function fileName(expander: Expander): string {
  const { input } = expander;
  if (input.peekSolid()?.kind === 'open') return plain(expander.arguments.mandatory());
  let name = '';
  for (let token = input.peek(); token; token = input.peek()) {
    if (!['text', 'sub', 'tie'].includes(token.kind)) break;
    name += token.text;
    input.next();
  }
  return name;
}

function takeIn(expander: Expander, name: string, token: Token): void {
  if (name === '' || expander.isPackage) return;
  const file = expander.sources.input(name, texExtensions, token);
  if (!file) return;
  if (expander.input.isReading(file.path)) {
    expander.notices.add('ddm/recursive-input', `${file.path} (${token.file}, line ${token.line})`);
    return;
  }
  const isWhole = file.tokens.some(({ kind, text }) => kind === 'command' && text === 'documentclass');
  if (isWhole) {
    expander.sources.enterSubfile();
    expander.input.push([{ ...token, text: leaveSubfile }]);
  }
  expander.input.push(isWhole ? bodyOf(file.tokens) : file.tokens, file.path);
}

/** What stands between the beginning and the end of a document. */
function bodyOf(tokens: readonly Token[]): readonly Token[] {
  const edge = (command: string): number =>
    tokens.findIndex(
      ({ kind, text }, i) =>
        kind === 'command' && text === command && tokens[i + 1]?.kind === 'open' && tokens[i + 2]?.text === 'document',
    );
  const [begin, end] = [edge('begin'), edge('end')];
  return tokens.slice(begin < 0 ? 0 : begin + 4, end < 0 ? tokens.length : end);
}

function importFrom(expander: Expander, token: Token): void {
  const folder = plain(expander.arguments.mandatory());
  const name = plain(expander.arguments.mandatory());
  expander.sources.enter(folder);
  expander.input.push([{ ...token, text: leaveFolder }]);
  takeIn(expander, name, token);
}

function takeInListing(expander: Expander, token: Token): void {
  expander.arguments.optional();
  const name = fileName(expander);
  const found = expander.sources.find(name, ['']);
  if (typeof found !== 'object') return;
  const text = expander.sources.text(found.bytes, found.path);
  expander.emit({ ...token, kind: 'verbatim', text: `\n${text}`, name: 'lstlisting' });
}

function useClass(expander: Expander): void {
  const options = plain(expander.arguments.optional() ?? []);
  const name = plain(expander.arguments.mandatory());
  expander.preamble.use(name, options);
  if (expander.preamble.documentClass === '') expander.preamble.documentClass = name;
  // The options of LaTeX 2.09 were packages.
  expander.preamble.use(options, '');
  readOwn(expander, name, '.cls');
}

function usePackages(expander: Expander): void {
  const options = plain(expander.arguments.optional() ?? []);
  const names = plain(expander.arguments.mandatory());
  expander.arguments.optional();
  expander.preamble.use(names, options);
  for (const name of names.split(',')) readOwn(expander, name.trim(), '.sty');
}

/** A package that comes with the paper may define its macros. */
function readOwn(expander: Expander, name: string, extension: string): void {
  if (name === '' || expander.isPackage) return;
  const found = expander.sources.find(name, [extension]);
  if (typeof found !== 'object') return;
  expander.readPackage(expander.sources.tokens(found.bytes, found.path), found.path);
}
