import type { Problem } from '@askg/contract';

/** A problem that a library told instead of throwing it, on its way to the client. */
export class KnownProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'KnownProblem';
    this.problem = problem;
  }
}
