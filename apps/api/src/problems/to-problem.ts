import { HttpException } from '@nestjs/common';
import { CodedError, type Problem } from '@askg/contract';
import { ApiError } from '../api-error.ts';
import { KnownProblem } from './known-problem.ts';
import { statusOf } from './status.ts';
import { StatusError } from './status-error.ts';

export type HttpProblem = Problem & { status: number };

/**
 * What a client is told of an error. Of a fault of the server it learns the code and the trace id only: the detail may
 * name files, and stands in the log.
 */
export function toProblem(error: unknown, trace: string): HttpProblem {
  if (error instanceof KnownProblem) return shownProblem(error.problem, trace);
  const { coded, status } = known(error);
  return shownProblem(coded.toProblem(), trace, status);
}

/** The same of a problem that a library tells. */
export function shownProblem(problem: Problem, trace: string, status = statusOf(problem.code)): HttpProblem {
  const shown = { ...problem, status, trace };
  return status === 500 ? { ...shown, detail: 'The log of the server has the cause, under the trace id.' } : shown;
}

function known(error: unknown): { coded: CodedError; status: number } {
  if (error instanceof StatusError) return { coded: error.error, status: error.status };
  const coded = error instanceof CodedError ? error : codedOf(error);
  return { coded, status: statusOf(coded.code) };
}

/** The framework reports an unknown route and a malformed request in exceptions of its own. */
function codedOf(error: unknown): CodedError {
  const status = error instanceof HttpException ? error.getStatus() : 500;
  if (status === 404) return new ApiError('api/not-found', 'No route leads here.');
  if (status === 400) return new ApiError('api/bad-path', 'The request could not be read.');
  return new ApiError('api/internal', 'An unexpected error.', { cause: error });
}
