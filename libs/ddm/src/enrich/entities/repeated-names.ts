import { foldPhrase } from '../keywords/fold-phrase.ts';
import { isNameLike } from './entity-type.ts';
import type { Range } from './clean-span.ts';
import type { Word } from './model/words.ts';

const mostWords = 6;

/** Finds further places of names that a paper uses, by their folded words. One for each paper. */
export class RepeatedNames {
  readonly #keys: ReadonlySet<string>;
  readonly #firstWords: ReadonlySet<string>;
  readonly #folded = new Map<string, string>();

  constructor(keys: readonly string[]) {
    this.#keys = new Set(keys);
    this.#firstWords = new Set(keys.map((key) => key.split(' ')[0] ?? ''));
  }

  /**
   * The longest names, from left to right, among words that are free.
   * @param isFree whether a word belongs to no other name
   */
  find(words: readonly Word[], isFree: (i: number) => boolean): Range[] {
    const folded = words.map(({ text }) => this.#fold(text));
    const found: Range[] = [];
    for (let from = 0; from < words.length; from++) {
      const [first = ''] = (folded[from] ?? '').split(' ');
      if (!this.#firstWords.has(first)) continue;
      let to = from;
      while (to < words.length && to < from + mostWords && isFree(to)) to++;
      while (to > from && !this.#keys.has(folded.slice(from, to).join(' '))) to--;
      if (to === from) continue;
      found.push({ from, to });
      from = to - 1;
    }
    return found;
  }

  #fold(word: string): string {
    let folded = this.#folded.get(word);
    if (folded === undefined) this.#folded.set(word, (folded = foldPhrase(word)));
    return folded;
  }
}

/** Whether a name tells itself from plain words wherever it stands: several words, or a capital or digit inside. */
export function isTelling(key: string, forms: readonly string[]): boolean {
  return key.includes(' ') || forms.every((form) => form.length > 1 && isNameLike([form.slice(1)]));
}
