import { z } from 'zod';
import { Verdict } from './answer.ts';

/** A question of a set of our own, with what a right answer must hold. */
export const Question = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.enum(['graph', 'text', 'unanswerable']),
  verdict: Verdict,
  expect: z.object({
    values: z.array(z.string()).exactOptional(),
    sentences: z.array(z.object({ paper: z.string(), text: z.string() })).exactOptional(),
  }),
});
export type Question = z.infer<typeof Question>;
