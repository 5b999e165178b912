/** How often words stand next to each other. Word 0 stands for the ends of texts and for words that are too rare. */
export type Bigrams = {
  words: string[];
  counts: Float64Array;
  /** For each word the words that stand after it (before it) and how often, one after the other. */
  after: Int32Array[];
  before: Int32Array[];
};

/** @param fewest words that are met fewer times count as too rare */
export function countBigrams(texts: readonly (readonly string[])[], fewest: number): Bigrams {
  const totals = new Map<string, number>();
  for (const text of texts) for (const word of text) totals.set(word, (totals.get(word) ?? 0) + 1);
  const common = [...totals]
    .filter(([, count]) => count >= fewest)
    .toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  const words = ['', ...common.map(([word]) => word)];
  const ids = new Map(words.map((word, id) => [word, id]));
  const pairs = new Map<number, number>();
  for (const text of texts) {
    let last = 0;
    for (let i = 0; i <= text.length; i++) {
      const next = ids.get(text[i] ?? '') ?? 0;
      const pair = last * words.length + next;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      last = next;
    }
  }
  const counts = new Float64Array(words.length);
  const after: number[][] = words.map(() => []);
  const before: number[][] = words.map(() => []);
  for (const [pair, count] of pairs) {
    const first = Math.floor(pair / words.length);
    const second = pair % words.length;
    counts[first]! += count;
    after[first]!.push(second, count);
    before[second]!.push(first, count);
  }
  return {
    words,
    counts,
    after: after.map((list) => Int32Array.from(list)),
    before: before.map((list) => Int32Array.from(list)),
  };
}
