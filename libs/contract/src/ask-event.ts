import { z } from 'zod';
import { Answer, AnswerPassage, Claim, Link, Row, SparqlRun, Citation } from './answer.ts';
import { Problem } from './problem.ts';

/** Every event tells the run it belongs to and the milliseconds since the question came in. */
const stamp = { run: z.string(), ms: z.number().min(0) };

/**
 * What `POST /api/ask` sends, in this order; any may repeat but `started` and the three ends `done`, `failed` and
 * `cancelled`, of which exactly one comes, last.
 */
export const AskEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('started'), ...stamp, question: z.string() }),
  z.object({ event: z.literal('plan'), ...stamp, steps: z.array(z.string()) }),
  z.object({ event: z.literal('links'), ...stamp, links: z.array(Link) }),
  z.object({ event: z.literal('query'), ...stamp, query: SparqlRun }),
  z.object({ event: z.literal('rows'), ...stamp, rows: z.array(Row) }),
  z.object({ event: z.literal('passages'), ...stamp, passages: z.array(AnswerPassage) }),
  z.object({ event: z.literal('evidence'), ...stamp, evidence: z.array(Citation) }),
  z.object({ event: z.literal('text'), ...stamp, delta: z.string() }),
  z.object({ event: z.literal('claim'), ...stamp, claim: Claim }),
  z.object({ event: z.literal('done'), ...stamp, answer: Answer }),
  z.object({ event: z.literal('failed'), ...stamp, problem: Problem }),
  z.object({ event: z.literal('cancelled'), ...stamp }),
]);
export type AskEvent = z.infer<typeof AskEvent>;
