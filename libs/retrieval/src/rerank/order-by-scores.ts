/**
 * Orders items by their scores, best first; an item without a score keeps the place it has, so that not being looked at is
 * neither a merit nor a fault. Equal scores keep their order.
 */
export function orderByScores<T>(items: readonly T[], scores: readonly (number | undefined)[]): T[] {
  const scored = items.flatMap((item, i) => {
    const score = scores[i];
    return score === undefined ? [] : [{ item, score }];
  });
  const best = scored.toSorted((a, b) => b.score - a.score).values();
  return items.map((item, i) => (scores[i] === undefined ? item : (best.next().value?.item ?? item)));
}
