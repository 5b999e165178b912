/** Vectors are compared one by one up to here; above, they are sorted into partitions, of which a search reads a part. */
export const flatLimit = 30_000;

/**
 * Rows of words that may wait for the word index of so many rows. A search reads those that wait one by one, 26 µs each, and
 * taking them in writes the whole table anew, 20 s at a million rows.
 */
export function waitingWords(rows: number): number {
  return Math.max(500, Math.ceil(rows / 500));
}

/** The same while more rows follow at once: a third, so that a library of any size is written a few times and not hundreds. */
export function waitingWordsOfMany(rows: number): number {
  return Math.max(10_000, Math.ceil(rows / 3));
}

/** Rows that wait are read by a search up to here, for a quarter of a second; more are found when they are indexed. */
export const mostWaitingRead = 10_000;

/** Vectors that may wait for their index while more follow: those that wait are compared one by one. */
export function waitingVectors(rows: number): number {
  return Math.max(flatLimit, Math.ceil(rows / 5));
}

/** Milliseconds that earlier versions of a table are kept for searches that still read them, a thousand times as long as one. */
export const keepVersionsMs = 60_000;

/** Partitions of 4,096 rows: the engine joins smaller ones whenever it optimizes, a hundred thousand rows into seven. */
export function partitionsFor(rows: number): number {
  return Math.max(1, Math.round(rows / 4096));
}

/** Partitions that a search reads: a fifth. */
export function probesFor(partitions: number): number {
  return Math.max(10, Math.ceil(partitions / 5));
}

/**
 * Bits of a dimension in the index. Of the true 100 nearest of 12,000 vectors of the default model it then missed none that the
 * vectors themselves would not have missed, at an eighth of their size; see docs/decisions/0006.
 */
export const indexBits = 4;

/** How many times the hits asked for are compared by their vectors themselves. */
export const refined = 2;
