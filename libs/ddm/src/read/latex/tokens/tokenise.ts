import type { Token, TokenKind } from './token.ts';

const verbatimEnvironments =
  'verbatim|Verbatim|BVerbatim|LVerbatim|lstlisting|minted|alltt|comment|filecontents|verbatimtab|program|code';
/** Environments that the file itself makes by one of these are verbatim too. */
const verbatimMakers =
  /\\(?:lstnewenvironment|DefineVerbatimEnvironment|newminted|newtcblisting|CustomVerbatimEnvironment)\s*(?:\[[^\]]*\])?\s*\{(\w+)\}/g;

/** Longer ones, in characters, are not closed. */
const longestAddress = 2000;
/** After so many addresses without an end no more are sought. */
const mostUnended = 100;

const rawCommands = /^(?:url|path|nolinkurl|href|hyperimage|burl|verbatiminput|lstinputlisting)$/;

const singles: Readonly<Partial<Record<string, TokenKind>>> = {
  '{': 'open',
  '}': 'close',
  $: 'math',
  '&': 'cell',
  '^': 'sup',
  _: 'sub',
  '~': 'tie',
};

const piece =
  /\\([a-zA-Z]+|[^a-zA-Z]|$)|(%[^\n]*(?:\n[ \t]*)?)|(\s+)|(\$\$?|[{}&^_~])|#(#*\d?)|([[\]])|([^\\%\s${}&^_~#[\]]+)/suy;
const pieceAt =
  /\\([a-zA-Z@]+|[^a-zA-Z@]|$)|(%[^\n]*(?:\n[ \t]*)?)|(\s+)|(\$\$?|[{}&^_~])|#(#*\d?)|([[\]])|([^\\%\s${}&^_~#[\]]+)/suy;

export type Tokens = {
  tokens: Token[];
  /** Characters of comments, which are left out. */
  comments: number;
};

/**
 * Cuts a LaTeX file into tokens: comments are gone, white space counts as TeX counts it, and what is verbatim is one token.
 * @param atLetter whether `@` is a letter from the start, as in packages
 */
export function tokenise(text: string, file: string, atLetter = false): Tokens {
  return new Lexer(text, file, atLetter).run();
}

class Lexer {
  readonly #text: string;
  readonly #file: string;
  readonly #verbatim: RegExp;
  readonly #tokens: Token[] = [];
  readonly #lastEnds = new Map<string, number>();
  #atLetter: boolean;
  #at = 0;
  #unended = 0;
  #line = 1;
  #comments = 0;

  constructor(text: string, file: string, atLetter: boolean) {
    this.#text = text;
    this.#file = file;
    this.#atLetter = atLetter;
    const own = [...text.matchAll(verbatimMakers)].map(([, name = '']) => name);
    this.#verbatim = new RegExp(`\\{(${[verbatimEnvironments, ...own].join('|')})(\\*?)\\}`, 'y');
  }

  run(): Tokens {
    while (this.#at < this.#text.length) {
      const pattern = this.#atLetter ? pieceAt : piece;
      pattern.lastIndex = this.#at;
      const match = pattern.exec(this.#text);
      if (!match) break;
      const [whole, command, comment, space, single, parameter, bracket, text] = match;
      this.#at += whole.length;
      if (command !== undefined) {
        if (this.#command(command)) break;
      } else if (comment !== undefined) this.#skipComment(comment);
      else if (space !== undefined) this.#space(space);
      else if (single !== undefined) this.#push(single === '$$' ? 'display' : (singles[single] ?? 'text'), single);
      else if (parameter !== undefined) this.#push('parameter', parameter);
      else this.#push('text', bracket ?? text ?? whole);
      this.#line += lines(whole);
    }
    return { tokens: this.#tokens, comments: this.#comments };
  }

  #push(kind: TokenKind, text: string, name?: string): void {
    this.#tokens.push({ kind, text, file: this.#file, line: this.#line, ...(name === undefined ? {} : { name }) });
  }

  /** The line end of a comment goes with it, and the indent of the next line; a blank line behind it stays. */
  #skipComment(comment: string): void {
    if (comment.trim().length > 1) this.#comments += comment.trim().length - 1;
    const blank = /[ \t]*\n/y;
    blank.lastIndex = this.#at;
    if (comment.includes('\n') && blank.test(this.#text)) this.#push('paragraph', '\n\n');
  }

  #space(space: string): void {
    const isBlank = /\n[ \t]*\n/.test(space);
    if (isBlank) this.#push('paragraph', '\n\n');
    else if (this.#tokens.at(-1)?.kind !== 'space') this.#push('space', ' ');
  }

  /** Whether the file ends here. */
  #command(name: string): boolean {
    if (name === 'endinput') return true;
    if (name === 'makeatletter') this.#atLetter = true;
    else if (name === 'makeatother') this.#atLetter = false;
    else if (name === 'ExplSyntaxOn') this.#skipTo('\\ExplSyntaxOff');
    else if (name === 'begin' && this.#verbatimEnvironment()) return false;
    else if (/^(?:verb|lstinline|mintinline|Verb)$/.test(name) && this.#verb(name)) return false;
    else {
      this.#push('command', name === '\n' || name === '\t' || name === '' ? ' ' : name);
      if (/^[a-zA-Z@]+$/.test(name)) this.#skipSpaceAfterCommand();
      if (rawCommands.test(name)) this.#rawArgument();
    }
    return false;
  }

  #skipSpaceAfterCommand(): void {
    // A blank line ends a paragraph also behind a command.
    const space = /[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?/y;
    space.lastIndex = this.#at;
    const skipped = space.exec(this.#text)?.[0] ?? '';
    this.#at += skipped.length;
    this.#line += lines(skipped);
  }

  #skipTo(end: string): void {
    const at = this.#text.indexOf(end, this.#at);
    const to = at < 0 ? this.#text.length : at + end.length;
    this.#line += lines(this.#text.slice(this.#at, to));
    this.#at = to;
  }

  #verbatimEnvironment(): boolean {
    this.#verbatim.lastIndex = this.#at;
    const match = this.#verbatim.exec(this.#text);
    if (!match) return false;
    const name = `${match[1]}${match[2]}`;
    const start = this.#at + match[0].length;
    const mark = `\\end{${name}}`;
    // Sought once only where there is none, however often it begins.
    const last = this.#lastEnds.get(mark) ?? this.#text.lastIndexOf(mark);
    this.#lastEnds.set(mark, last);
    if (last < start) return false;
    const end = this.#text.indexOf(mark, start);
    const content = this.#text.slice(start, end);
    this.#push('verbatim', content, match[1]);
    this.#line += lines(content);
    this.#at = end + mark.length;
    return true;
  }

  #verb(name: string): boolean {
    const form = /\*?(?:\[[^\]\n]*\])?(?:(?<=\])|)(?:([^a-zA-Z\s*[{])(.*?)\1|\{([^{}\n]*)\})/y;
    // `\mintinline` names the language first.
    const language = /\s*\{\w+\}/y;
    language.lastIndex = this.#at;
    const skipped = name === 'mintinline' ? (language.exec(this.#text)?.[0].length ?? 0) : 0;
    form.lastIndex = this.#at + skipped;
    const match = form.exec(this.#text);
    if (!match) return false;
    this.#push('verbatim', match[2] ?? match[3] ?? '', 'verb');
    this.#at += skipped + match[0].length;
    return true;
  }

  /** The first argument as it stands: `%`, `_` and `#` mean nothing in an address. */
  #rawArgument(): void {
    const open = /\s*(?:\[[^\]]*\]\s*)?\{/y;
    open.lastIndex = this.#at;
    const match = this.#unended < mostUnended ? open.exec(this.#text) : null;
    if (!match) return;
    const start = this.#at + match[0].length;
    let depth = 1;
    let end = start;
    for (; end < this.#text.length && end < start + longestAddress && depth > 0; end++) {
      const character = this.#text[end];
      if (character === '\\') end++;
      else if (character === '{') depth++;
      else if (character === '}') depth--;
    }
    const content = this.#text.slice(start, end - 1);
    // Inside a definition the address is a parameter, to be filled in.
    if (depth > 0) this.#unended++;
    if (depth > 0 || /#\d|\n\s*\n/.test(content)) return;
    this.#push('open', '{');
    this.#push('verbatim', content.replaceAll(/\\([#%&_{}~$])/g, '$1').replaceAll(/%\n\s*|\n\s*/g, ''), 'address');
    this.#push('close', '}');
    this.#line += lines(this.#text.slice(this.#at, end));
    this.#at = end;
  }
}

function lines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
