import type { Answer, AskEvent } from '@askg/contract';
import { ApiError } from '../api-error.ts';
import { KnownProblem } from '../problems/known-problem.ts';

/**
 * The answer that a run comes to.
 * @throws KnownProblem when it failed; ApiError `api/cancelled`
 */
export async function answerOf(events: AsyncIterable<AskEvent>): Promise<Answer> {
  for await (const event of events) {
    if (event.event === 'done') return event.answer;
    if (event.event === 'failed') throw new KnownProblem(event.problem);
  }
  throw new ApiError('api/cancelled', 'The run was told to stop before it had an answer.');
}
