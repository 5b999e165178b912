import type { ProtectedParts } from './protected.ts';

const fence = /(`{3,}|~{3,})[^\n]*(?:\n|$)/y;
const codeRun = /`+/y;
const environment = /\\begin\{([A-Za-z]+\*?)\}/y;
const command = /\\([A-Za-z]+)(\*?)((?:\[[^\]\n]*\])*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})*)/y;
const mathEnvironment = /^(?:equation|align|gather|multline|eqnarray|displaymath|math|alignat|flalign)(\*?)$/;

/**
 * Puts placeholders for what Markdown would misread: formulas, TeX environments and commands, and escaped characters that
 * mean something to pandoc only. Code and comments are passed over. One pass.
 */
export function protect(source: string, parts: ProtectedParts): string {
  return new Protector(source, parts).run();
}

class Protector {
  readonly #source: string;
  readonly #parts: ProtectedParts;
  #at = 0;
  #kept = 0;
  #result = '';
  #end = -1;
  #runs: readonly { at: number; length: number }[] | undefined;
  /** Where the search for a closing mark failed, so that it is not repeated for each opening one. */
  readonly #unclosed = new Map<string, number>();

  constructor(source: string, parts: ProtectedParts) {
    this.#source = source;
    this.#parts = parts;
  }

  run(): string {
    const special = /[`~\\$]|<!--/g;
    for (special.lastIndex = 0; ; special.lastIndex = this.#at) {
      const match = special.exec(this.#source);
      if (!match) return this.#result + this.#source.slice(this.#kept);
      this.#at = match.index;
      this.#step(match[0]);
    }
  }

  #step(mark: string): void {
    switch (mark) {
      case '`':
      case '~':
        this.#code(mark);
        return;
      case '<!--':
        this.#at = this.#find('-->', this.#at + 4) ?? this.#at + 4;
        return;
      case '$':
        this.#math();
        return;
      default:
        this.#backslash();
    }
  }

  #code(mark: string): void {
    fence.lastIndex = this.#at;
    const lineStart = this.#source.lastIndexOf('\n', this.#at - 1) + 1;
    const opening = /^[\s>*+\-\d.)]*$/.test(this.#source.slice(lineStart, this.#at)) ? fence.exec(this.#source) : null;
    const marks = opening?.[1];
    if (opening && marks && !(mark === '`' && opening[0].slice(marks.length).includes('`'))) {
      const closing = new RegExp(`^[ \\t>]*${mark}{${marks.length},}[ \\t]*$`, 'gm');
      closing.lastIndex = fence.lastIndex;
      this.#at = closing.exec(this.#source) ? closing.lastIndex : this.#source.length;
      return;
    }
    codeRun.lastIndex = this.#at;
    const run = mark === '`' ? codeRun.exec(this.#source)?.[0] : undefined;
    if (run === undefined) {
      this.#at++;
      return;
    }
    const start = this.#at + run.length;
    const end = this.#paragraphEnd(start);
    const close = this.#runsUpTo(end).find(({ at, length }) => at >= start && length === run.length);
    this.#at = close ? close.at + close.length : start;
  }

  #math(): void {
    const source = this.#source;
    const start = this.#at;
    if (source.startsWith('$$', start)) {
      const close = this.#find('$$', start + 2);
      const tex = close === undefined ? '' : source.slice(start + 2, close - 2);
      if (close === undefined || tex.trim() === '' || /\n\s*\n/.test(tex.trim())) this.#at = start + 2;
      else {
        // `$$ … $$ {#eq:name}` names a formula for pandoc's cross-references.
        const [named = '', id] = /^[ \t]*\{#([^\s{}]+)[^{}\n]*\}/.exec(source.slice(close, close + 200)) ?? [];
        const labelled = id === undefined ? tex : `${tex}\\label{${id}}`;
        this.#replace(close + named.length, (text) => ({
          kind: 'math',
          tex: labelled,
          display: true,
          numbered: false,
          source: text,
        }));
      }
      return;
    }
    // As pandoc: no space inside the marks, no digit behind the closing one.
    const rest = source.slice(start, this.#paragraphEnd(start));
    const match = /^\$(?!\s)((?:\\[\s\S]|[^$\\])*?(?:[^\s\\]|\\[^\s]))\$(?!\d)/.exec(rest);
    if (!match) this.#at = start + 1;
    else {
      const tex = match[1] ?? '';
      this.#replace(start + match[0].length, (text) => ({
        kind: 'math',
        tex,
        display: false,
        numbered: false,
        source: text,
      }));
    }
  }

  #backslash(): void {
    const source = this.#source;
    const next = source[this.#at + 1] ?? '';
    if (/[@~^'"]/.test(next)) {
      this.#replace(this.#at + 2, (text) => ({ kind: 'character', text: next, source: text }));
      return;
    }
    if (!/[A-Za-z]/.test(next)) {
      this.#at += 2;
      return;
    }
    environment.lastIndex = this.#at;
    const name = environment.exec(source)?.[1];
    const end = name === undefined ? undefined : this.#find(`\\end{${name}}`, environment.lastIndex);
    if (name !== undefined && end !== undefined) {
      const body = source.slice(environment.lastIndex, end - `\\end{${name}}`.length);
      const math = mathEnvironment.exec(name);
      const tex = /^(?:equation|displaymath|math)/.test(name) ? body : `\\begin{${name}}${body}\\end{${name}}`;
      this.#replace(end, (text) =>
        math
          ? { kind: 'math', tex, display: name !== 'math', numbered: math[1] === '' && name !== 'math', source: text }
          : { kind: 'environment', name, body, source: text },
      );
      return;
    }
    command.lastIndex = this.#at;
    const match = command.exec(source);
    if (!match) {
      this.#at++;
      return;
    }
    const argumentTexts = [...(match[3] ?? '').matchAll(/\{((?:[^{}]|\{[^{}]*\})*)\}/g)].map(([, text = '']) => text);
    const [, word = '', star = ''] = match;
    this.#replace(command.lastIndex, (text) => ({
      kind: 'command',
      name: word,
      star: star !== '',
      argumentTexts,
      source: text,
    }));
  }

  #replace(end: number, part: (source: string) => Parameters<ProtectedParts['add']>[0]): void {
    this.#result += this.#source.slice(this.#kept, this.#at) + this.#parts.add(part(this.#source.slice(this.#at, end)));
    this.#at = end;
    this.#kept = end;
  }

  /** Behind the next place of a text, if there is one. */
  #find(text: string, from: number): number | undefined {
    const failed = this.#unclosed.get(text);
    if (failed !== undefined && from >= failed) return undefined;
    const found = this.#source.indexOf(text, from);
    if (found >= 0) return found + text.length;
    this.#unclosed.set(text, from);
    return undefined;
  }

  /** The blank line that ends a paragraph; it is looked for once a paragraph. */
  #paragraphEnd(from: number): number {
    if (from > this.#end) {
      const blank = /\n[ \t]*\n/g;
      blank.lastIndex = from;
      this.#end = blank.exec(this.#source)?.index ?? this.#source.length;
      this.#runs = undefined;
    }
    return this.#end;
  }

  /** The runs of backticks from here to the end of the paragraph. */
  #runsUpTo(end: number): readonly { at: number; length: number }[] {
    this.#runs ??= [...this.#source.slice(this.#at, end).matchAll(/`+/g)].map(({ 0: run, index }) => ({
      at: this.#at + index,
      length: run.length,
    }));
    return this.#runs;
  }
}
