import type { Bigrams } from './bigrams.ts';

/**
 * Divides words into classes by exchange (Uszkoreit and Brants 2008, here in both directions): each word goes to the class
 * that makes its neighbours on either side most likely, until few still move. Word 0 keeps class 0 for itself.
 * @returns the class of each word
 */
export function exchangeClasses(bigrams: Bigrams, classCount: number, rounds: number): Int32Array {
  const { words, counts, after, before } = bigrams;
  const classes = Int32Array.from(words, (_, word) => (word < classCount ? word : 1 + (word % (classCount - 1))));
  /** How often a word stands before (after) the words of a class. */
  const intoClass = new Float64Array(words.length * classCount);
  const outOfClass = new Float64Array(words.length * classCount);
  const sizes = new Float64Array(classCount);
  const put = (word: number, into: number, sign: number): void => {
    sizes[into]! += sign * counts[word]!;
    addTo(intoClass, before[word]!, classCount, into, sign);
    addTo(outOfClass, after[word]!, classCount, into, sign);
  };
  for (let word = 0; word < words.length; word++) put(word, classes[word]!, 1);
  const gains = new Float64Array(classCount);
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (let word = 1; word < words.length; word++) {
      const own = classes[word]!;
      put(word, own, -1);
      for (let c = 1; c < classCount; c++) gains[c] = 2 * (xLogX(sizes[c]!) - xLogX(sizes[c]! + counts[word]!));
      addGains(gains, intoClass, before[word]!);
      addGains(gains, outOfClass, after[word]!);
      let best = own;
      for (let c = 1; c < classCount; c++) if (gains[c]! > gains[best]! + 1e-9) best = c;
      classes[word] = best;
      put(word, best, 1);
      if (best !== own) moved++;
    }
    if (moved < words.length / 100) break;
  }
  return classes;
}

function addTo(table: Float64Array, neighbours: Int32Array, classCount: number, into: number, sign: number): void {
  for (let i = 0; i < neighbours.length; i += 2) {
    table[neighbours[i]! * classCount + into]! += sign * neighbours[i + 1]!;
  }
}

/** What the likelihood gains in each class if these counts are added to it. */
function addGains(gains: Float64Array, table: Float64Array, neighbours: Int32Array): void {
  const classCount = gains.length;
  for (let i = 0; i < neighbours.length; i += 2) {
    const row = neighbours[i]! * classCount;
    const more = neighbours[i + 1]!;
    const alone = xLogX(more);
    for (let c = 1; c < classCount; c++) {
      const there = table[row + c]!;
      gains[c]! += there === 0 ? alone : xLogX(there + more) - xLogX(there);
    }
  }
}

function xLogX(x: number): number {
  return x > 0 ? x * Math.log(x) : 0;
}
