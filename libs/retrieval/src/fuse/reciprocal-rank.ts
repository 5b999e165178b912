import { type Fused, type RankedList, inOrder } from './ranked-list.ts';

/**
 * Reciprocal rank fusion: `Σ weight / (k + rank)`, ranks from 1. For lists whose scores cannot be compared at all.
 * Source: Cormack, Clarke and Büttcher, SIGIR 2009, with their k of 60.
 */
export function fuseByReciprocalRank(lists: readonly { list: RankedList; weight?: number }[], k = 60): Fused[] {
  const fused = new Map<string, number>();
  for (const { list, weight = 1 } of lists) {
    for (const [i, { id }] of list.entries()) fused.set(id, (fused.get(id) ?? 0) + weight / (k + i + 1));
  }
  return inOrder(fused);
}
