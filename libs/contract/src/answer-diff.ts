import { z } from 'zod';
import { BoundTerm, Support, Verdict } from './answer.ts';
import { Iri } from './values.ts';

const change = z.enum(['came', 'went', 'changed']);

export const ClaimChange = z.object({
  change,
  from: z.string().exactOptional(),
  to: z.string().exactOptional(),
  /** Where how far the claim is borne out is another than before. */
  support: z.object({ from: Support.shape.label, to: Support.shape.label }).exactOptional(),
});
export type ClaimChange = z.infer<typeof ClaimChange>;

export const RowChange = z.object({
  change: z.enum(['came', 'went']),
  bindings: z.record(z.string(), BoundTerm),
});
export type RowChange = z.infer<typeof RowChange>;

/** A quoted unit: `changed` where the same address holds other words now. */
export const QuoteChange = z.object({
  change,
  iri: Iri,
  paper: z.string(),
  from: z.string().exactOptional(),
  to: z.string().exactOptional(),
});
export type QuoteChange = z.infer<typeof QuoteChange>;

/** A query that both ran, or that one ran; rows counted as the engine gave them. */
export const QueryChange = z.object({
  text: z.string(),
  from: z.object({ rows: z.int().min(0), state: z.string() }).exactOptional(),
  to: z.object({ rows: z.int().min(0), state: z.string() }).exactOptional(),
});
export type QueryChange = z.infer<typeof QueryChange>;

/**
 * What is different between an answer and another one to the same question, or between an answer and what its queries and
 * quotes are now. Empty lists: nothing.
 */
export const AnswerDiff = z.object({
  schema: z.literal('askg.answer-diff/1'),
  from: z.object({ id: z.string(), version: z.int().min(0) }),
  /** `id` is absent where no new answer was made: the stored queries were run on the graphs of `version`. */
  to: z.object({ id: z.string().exactOptional(), version: z.int().min(0) }),
  on: z.enum(['current', 'kept']),
  same: z.boolean(),
  verdict: z.object({ from: Verdict, to: Verdict }).exactOptional(),
  claims: z.array(ClaimChange),
  rows: z.array(RowChange),
  quotes: z.array(QuoteChange),
  queries: z.array(QueryChange),
  /** What could not be compared, and why. */
  notes: z.array(z.string()),
});
export type AnswerDiff = z.infer<typeof AnswerDiff>;
