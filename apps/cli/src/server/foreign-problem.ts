import { CodedError, type Problem } from '@askg/contract';

/** What another process says is wrong, a server or the indexer, with its own code. */
export class ForeignProblem extends CodedError {
  constructor({ code, title, detail, fix }: Problem) {
    super(code, { title, fix: fix ?? '' }, detail);
  }
}
