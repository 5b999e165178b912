import { likeness } from './word-sets.ts';
import { stemsOf } from './words.ts';

export type DiversityOptions = {
  /** How many to choose. */
  limit: number;
  /** Most from one paper. */
  perPaper: number;
};

/** How much likeness to what is chosen already costs (Carbonell and Goldstein 1998: 1 - λ). */
const penalty = 0.3;
/** From this likeness on two texts say the same, and the second is left out whatever its score. */
const sameText = 0.8;

/**
 * Chooses by maximal marginal relevance: each time the one with the best score less its likeness (Jaccard, over stems) to
 * the nearest of those chosen before.
 * @param ranked with scores of about 0 to 1, best first
 */
export function chooseDiverse<T extends { text: string; paper: string; score: number }>(
  ranked: readonly T[],
  { limit, perPaper }: DiversityOptions,
): T[] {
  const pool = ranked.map((candidate) => ({ candidate, stems: stemsOf(candidate.text), near: 0 }));
  const chosen: T[] = [];
  const ofPaper = new Map<string, number>();
  while (chosen.length < limit) {
    const open = pool.filter(
      ({ candidate, near }) => near < sameText && (ofPaper.get(candidate.paper) ?? 0) < perPaper,
    );
    const [first, ...others] = open;
    if (!first) break;
    const value = (each: (typeof open)[number]): number => each.candidate.score - penalty * each.near;
    const best = others.reduce((a, b) => (value(b) > value(a) ? b : a), first);
    chosen.push(best.candidate);
    ofPaper.set(best.candidate.paper, (ofPaper.get(best.candidate.paper) ?? 0) + 1);
    pool.splice(pool.indexOf(best), 1);
    for (const each of pool) each.near = Math.max(each.near, likeness(each.stems, best.stems));
  }
  return chosen;
}
