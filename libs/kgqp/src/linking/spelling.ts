/** How many slips of the pen a word of this length may hold and still be taken for another. */
export function slipsAllowed(length: number): number {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

/**
 * Number of insertions, deletions, replacements and swaps of neighbours that turn one word into another (optimal string
 * alignment; F. J. Damerau 1964, V. I. Levenshtein 1966), or `most + 1` when it is more than `most`.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min((above[j - 1] ?? 0) + (same ? 0 : 1), (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    before = above;
    above = row;
  }
  return Math.min(above[other.length] ?? most + 1, most + 1);
}

/** A set of words that finds the nearest one to a misspelt word without comparing with all. */
export class SpellingIndex {
  // A slip in the first letter is rare, so words are kept by first letter and length.
  readonly #buckets = new Map<string, Set<string>>();
  readonly #words = new Set<string>();

  add(word: string): void {
    if (this.#words.has(word)) return;
    this.#words.add(word);
    const key = `${word[0] ?? ''}${word.length}`;
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) this.#buckets.set(key, new Set([word]));
    else bucket.add(word);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /**
   * The known words that lack a letter of the word, have one more, or have two neighbours swapped. A wrong letter is left
   * out: it makes one short word of another too easily.
   */
  slipsOf(word: string): string[] {
    const found: string[] = [];
    for (const length of [word.length - 1, word.length, word.length + 1]) {
      for (const known of this.#buckets.get(`${word[0] ?? ''}${length}`) ?? []) {
        const isSwap = length === word.length && [...known].toSorted().join('') === [...word].toSorted().join('');
        if ((length !== word.length || isSwap) && slipsBetween(word, known, 1) === 1) found.push(known);
      }
    }
    return found.toSorted();
  }

  /** The known words with the fewest slips, in alphabetical order; none for a word that is too short or too far off. */
  nearest(word: string): string[] {
    const most = slipsAllowed(word.length);
    if (most === 0 || /\d/.test(word)) return [];
    let best = most;
    let found: string[] = [];
    for (let length = word.length - most; length <= word.length + most; length += 1) {
      for (const known of this.#buckets.get(`${word[0] ?? ''}${length}`) ?? []) {
        const slips = slipsBetween(word, known, best);
        if (slips > best) continue;
        if (slips < best) found = [];
        best = slips;
        found.push(known);
      }
    }
    return found.toSorted();
  }
}
