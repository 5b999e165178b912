import type { Fragment } from '../lines/fragment.ts';
import type { Stretch } from './reading-order.ts';

/** Share of the letters of a page that the structure tree must hold to be believed. */
const most = 0.9;

/**
 * Stretches in the order of the structure tree. Layout knows what is one stretch, the tree which comes first: it is followed
 * only where it holds nearly all of the text and leaves each stretch whole, one after the other.
 */
export function inTaggedOrder(stretches: readonly Stretch[]): Stretch[] {
  const ranked = stretches.map((stretch) => ({ stretch, ranks: ranksOf(stretch.fragments) }));
  const letters = ranked.reduce((sum, { ranks }) => sum + ranks.letters, 0);
  const tagged = ranked.reduce((sum, { ranks }) => sum + ranks.tagged, 0);
  if (tagged === 0 || tagged < most * letters || ranked.some(({ ranks }) => ranks.tagged === 0)) return [...stretches];
  const ordered = ranked.toSorted((a, b) => a.ranks.first - b.ranks.first);
  const isWhole = ordered.every(({ ranks }, i) => {
    const next = ordered[i + 1];
    return next === undefined || ranks.last <= next.ranks.first;
  });
  return isWhole ? ordered.map(({ stretch }) => stretch) : [...stretches];
}

type Ranks = { first: number; last: number; letters: number; tagged: number };

function ranksOf(fragments: readonly Fragment[]): Ranks {
  const ranks: Ranks = { first: Infinity, last: -Infinity, letters: 0, tagged: 0 };
  for (const { text, rank } of fragments.flatMap(({ pieces }) => pieces)) {
    ranks.letters += text.length;
    if (rank === undefined) continue;
    ranks.tagged += text.length;
    ranks.first = Math.min(ranks.first, rank);
    ranks.last = Math.max(ranks.last, rank);
  }
  return ranks;
}
