/** What one method found, best first: ids of passages with the method's own scores, higher being better. */
export type RankedList = readonly { id: string; score: number }[];

/** An id with its fused score. */
export type Fused = { id: string; score: number };

/** Best first; ties by id, so that the same lists always give the same order. */
export function inOrder(scores: ReadonlyMap<string, number>): Fused[] {
  return [...scores]
    .map(([id, score]) => ({ id, score }))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
