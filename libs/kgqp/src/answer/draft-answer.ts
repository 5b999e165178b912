import type { Support } from '@askg/contract';
import type { Quote } from '../evidence/quote.ts';
import type { FactRow } from '../facts.ts';

/** A result row and the quotes that it rests on. */
export type QuotedRow = { row: FactRow; quotes: Quote[] };

/** A stretch of a claim, and the quotes whose numbers are put after it. */
export type ClaimPart = { text: string; quotes: Quote[] };

/** A claim before its citations are numbered: its text is that of its parts, joined. */
export type DraftClaim = {
  /** What stands between it and the claim before. */
  separator: string;
  parts: ClaimPart[];
  support: Support;
  rows: QuotedRow[];
};

export function claimText({ parts }: DraftClaim): string {
  return parts.map(({ text }) => text).join('');
}
