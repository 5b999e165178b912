import type { Token } from '../tokens/token.ts';

/** A kind of theorem: what is printed before its number, and what it is numbered with or within. */
export type TheoremKind = { title: readonly Token[]; shared?: string; within?: string; numbered: boolean };

/** What a source says of how it is to be typeset. */
export class Preamble {
  /** Options of the document class and of packages by their names; of several the last. */
  readonly #options = new Map<string, string[]>();
  readonly theorems = new Map<string, TheoremKind>();
  documentClass = '';

  use(names: string, options: string): void {
    for (const name of listOf(names)) this.#options.set(name, [...(this.#options.get(name) ?? []), ...listOf(options)]);
  }

  uses(name: string): boolean {
    return this.#options.has(name);
  }

  /** Whether the class or one of the packages has such a name. */
  usesLike(pattern: RegExp): boolean {
    return [...this.#options.keys()].some((name) => pattern.test(name));
  }

  options(name: string): readonly string[] {
    return this.#options.get(name) ?? [];
  }
}

function listOf(text: string): string[] {
  return text
    .split(/,(?![^{]*\})/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
