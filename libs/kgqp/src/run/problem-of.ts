import { CodedError, type Problem } from '@askg/contract';
import { KgqpError } from '../kgqp-error.ts';

/** What is told of an error that ends a run. Of a fault of ours only that there was one: its text may hold anything. */
export function problemOf(error: unknown): Problem {
  if (error instanceof CodedError) return error.toProblem();
  const name = error instanceof Error ? error.name : typeof error;
  return new KgqpError('kgqp/unexpected', `A step ended with ${name}.`).toProblem();
}
