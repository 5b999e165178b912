import { type Fused, type RankedList, inOrder } from './ranked-list.ts';

/**
 * Weighted sum of the lists' scores, each list normalised to 0..1 by its own least and greatest score:
 * `Σ weight · (s - min) / (max - min)`. A list whose scores are all equal says nothing about their order: each of its members
 * counts as 1, being found at all. An id that a list lacks gets 0 from it after normalisation, never a raw 0 before it, which
 * would be a better score than a negative one.
 */
export function fuseByMinMax(lists: readonly { list: RankedList; weight: number }[]): Fused[] {
  const fused = new Map<string, number>();
  for (const { list, weight } of lists) {
    const scores = list.map(({ score }) => score);
    const min = Math.min(...scores);
    const range = Math.max(...scores) - min;
    for (const { id, score } of list) {
      const normal = range > 0 ? (score - min) / range : 1;
      fused.set(id, (fused.get(id) ?? 0) + weight * normal);
    }
  }
  return inOrder(fused);
}
