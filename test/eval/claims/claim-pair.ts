import type { Support } from '@askg/contract';
import { checkClaim, type Nearness } from '../../../libs/kgqp/src/answer/check-claim.ts';

/** A claim, the quotes it cites, and whether they support it. */
export type ClaimPair = {
  id: string;
  /** What is wrong with it where it is not supported. */
  kind: string;
  /** Title of the paper of the quotes. */
  title?: string;
  quotes: string[];
  claim: string;
  supported: boolean;
};

/** What the check says of a pair; `dropped` claims are not shown. */
export type Judged = { pair: ClaimPair; label: Support['label'] | 'dropped'; score: number; method: string };

/** Holds the claim of each pair against its quotes, as an answer would. */
export async function judge(pairs: readonly ClaimPair[], nearness: Nearness): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const pair of pairs) {
    const units = pair.quotes.map((quote) => ({ quote: { quote, title: pair.title ?? '' } }));
    const support = await checkClaim({ text: pair.claim, quotes: units.map((_, i) => i) }, units, nearness);
    judged.push({
      pair,
      label: support?.label ?? 'dropped',
      score: support?.score ?? 0,
      method: support?.method ?? '',
    });
  }
  return judged;
}
