import { InferenceError } from '@askg/inference';

/** Why candidates have no score, for `degraded`, where the time was over. */
export const timeUp = 'The time for the answer was used up.';

/** Why a model did not give what it was asked for, for `degraded`. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof InferenceError && cause.code === 'inference/deadline') return timeUp;
  return cause instanceof Error ? cause.message : String(cause);
}
