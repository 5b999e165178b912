import type { Answer } from '@askg/contract';
import type { Outcome } from '../answer/outcome.ts';
import type { Gathered } from './gathered.ts';

/** A stretch of an answer that one question came to. */
export type Stretch = Pick<Outcome, 'claims' | 'text'> & {
  /** Words that say what it is about, before it. They claim nothing. */
  lead?: string;
  /** Position among all queries of the answer of the one whose rows it claims. */
  query: number;
};

/** Fields of an answer that only some kinds of runs fill. Positions in `claims` count those of all stretches, in order. */
export type Extras = Pick<Answer, 'parts' | 'table' | 'polarity'>;

/** What a run came to, before its quotes are numbered. */
export type Conclusion = Pick<Outcome, 'verdict' | 'nearest' | 'problem'> & {
  stretches: readonly Stretch[];
  gathered: Gathered;
  extras?: Extras;
};
