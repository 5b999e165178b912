import type { Verdict } from '@askg/contract';
import type { PlacedUnit } from '../evidence/corpus-view.ts';
import type { ClaimPart, DraftClaim } from '../answer/draft-answer.ts';

/** What one paper says of one aspect, before its quotes are numbered. */
export type Cell = {
  text: string;
  verdict: Verdict;
  claims: DraftClaim[];
  /** What to compare cells by, where it is more than a quote: values with what each rests on. */
  values?: ClaimPart[];
  /** The sentences that it quotes. */
  units?: readonly PlacedUnit[];
};

export const emptyCell: Cell = { text: '', verdict: 'not-in-corpus', claims: [] };
