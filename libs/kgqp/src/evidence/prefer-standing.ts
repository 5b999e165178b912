import type { CorpusView } from './corpus-view.ts';

/** What a paper that was taken back costs its units: enough where others say the same as well, too little to hide them. */
const penalty = 0.05;

/** Units in their order, those of papers that were retracted or withdrawn a little lower. Equal scores keep their order. */
export function preferStanding<T extends { paper: string; score: number }>(
  scored: readonly T[],
  view: Pick<CorpusView, 'status'>,
): T[] {
  const isTakenBack = ({ paper }: T): boolean => /^(?:retracted|withdrawn)$/.test(view.status(paper)?.status ?? '');
  if (!scored.some(isTakenBack)) return [...scored];
  return scored
    .map((each) => (isTakenBack(each) ? { ...each, score: each.score - penalty } : each))
    .toSorted((a, b) => b.score - a.score);
}
