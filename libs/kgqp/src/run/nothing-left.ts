import type { Outcome } from '../answer/outcome.ts';
import { KgqpError } from '../kgqp-error.ts';
import type { StepFailure } from './step-failure.ts';

/** The outcome when what could have answered has failed. @param failures of the steps that mattered; at least one */
export function nothingLeft(failures: readonly StepFailure[]): Outcome {
  const error = failures.every((failure) => failure === 'late')
    ? new KgqpError('kgqp/timeout', 'What was searched was given up at its deadline.')
    : new KgqpError('kgqp/no-evidence', 'What was searched failed.');
  return { verdict: 'no-answer', claims: [], text: '', nearest: [], degraded: [], problem: error.toProblem() };
}
