import type { Line } from '../lines/line.ts';

/** The words a document writes inside its lines, to tell a hyphen at the end of a line from one of the word. */
export class Lexicon {
  readonly #words = new Map<string, number>();

  constructor(lines: Iterable<Line>) {
    for (const { text } of lines) {
      const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [];
      // The last word of a line may be cut.
      if (/[-‐\u00ad]$/.test(text)) words.pop();
      for (const word of words) this.#words.set(word, (this.#words.get(word) ?? 0) + 1);
    }
  }

  count(word: string): number {
    return this.#words.get(word.toLowerCase()) ?? 0;
  }

  /**
   * Whether the hyphen between the two halves of a word at the end of a line belongs to the word. What the document
   * writes elsewhere decides; without a witness a hyphen is taken for one the typesetter put in, unless a capital, a
   * digit or another hyphen speaks against it.
   */
  keepsHyphen(before: string, after: string): boolean {
    const left = /[\p{L}\p{N}\p{M}'’-]+$/u.exec(before)?.[0] ?? '';
    const right = /^[\p{L}\p{N}\p{M}'’-]+/u.exec(after)?.[0] ?? '';
    const isCapitals = /^\p{Lu}{2,}$/u.test(left) && /^\p{Lu}{2,}$/u.test(right);
    if (left === '' || right === '' || /\p{N}$/u.test(left)) return true;
    if (!isCapitals && /^[\p{Lu}\p{N}]/u.test(right)) return true;
    const joined = this.count(left + right);
    const hyphenated = this.count(`${left}-${right}`);
    if (joined !== hyphenated) return hyphenated > joined;
    if (left.includes('-')) return false;
    const areWords = left.length >= 4 && right.length >= 4 && this.count(left) > 1 && this.count(right) > 1;
    if (areWords) return true;
    return (
      /^(?:self|non|well|co|cross|multi|pre|post|semi|anti|state|end|open|real|high|low)$/iu.test(left) &&
      this.count(right) > 1
    );
  }
}
