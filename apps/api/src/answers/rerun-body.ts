import { z } from 'zod';
import { Answer, AnswerDiff } from '@askg/contract';

/** What `POST /api/answers/{id}/rerun` takes. */
export const RerunBody = z.strictObject({
  on: z
    .enum(['current', 'kept'])
    .default('current')
    .describe(
      '"current": the question is asked again. "kept": the queries that the answer keeps are run on the graphs of its commit.',
    ),
  model: z
    .string()
    .min(1)
    .exactOptional()
    .describe('Name of the chat model, or "none"; the one that wrote the answer by default.'),
});
export type RerunBody = z.infer<typeof RerunBody>;

/** What came of it: with "current" a new answer, which is kept too. */
export const Rerun = z.object({ diff: AnswerDiff, answer: Answer.exactOptional() });
export type Rerun = z.infer<typeof Rerun>;
