import { reasonOf } from './reason-of.ts';
import type { Reranked } from './reranker.ts';

/** What a reranker has: where a candidate has no score, `degraded` says how many have one, and why the others have none. */
export function partlyReranked(wanted: string, scores: (number | undefined)[], reason: string): Reranked {
  const given = scores.filter((score) => score !== undefined).length;
  if (given === scores.length) return { scores, degraded: [] };
  const used = given === 0 ? 'the order before' : `${given} of ${scores.length} passages reranked`;
  return { scores, degraded: [{ step: 'rerank', wanted, used, reason }] };
}

/** No candidate has a score, for what was thrown or said. */
export function unscored(wanted: string, candidates: readonly unknown[], cause: unknown): Reranked {
  const none = candidates.map(() => undefined);
  return partlyReranked(wanted, none, reasonOf(cause));
}
