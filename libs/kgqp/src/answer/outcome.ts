import type { Answer, Degraded, Problem } from '@askg/contract';
import type { Quote } from '../evidence/quote.ts';
import type { DraftClaim } from './draft-answer.ts';

/** What an answer says, before its citations are numbered. */
export type Outcome = {
  verdict: Answer['verdict'];
  claims: DraftClaim[];
  /** The words of an answer that makes no claims. */
  text?: string;
  /** The units nearest to what was asked, where it is not answered. */
  nearest: Quote[];
  degraded: Degraded[];
  problem?: Problem;
  /** Of a question for yes or no. Positions count the claims here. */
  polarity?: Answer['polarity'];
};
