import type { ErrorCode, Problem } from './problem.ts';

/** What a package says of one of its codes: a short title and what the reader can do next. */
export type CodeText = { title: string; fix: string };

/**
 * The root of each package's error class. A package closes the set of its codes by giving the table of their texts,
 * so that a code without a title and a fix does not compile.
 */
export class CodedError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly title: string;
  readonly fix: string;

  constructor(code: Code, text: CodeText, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = new.target.name;
    this.code = code;
    this.title = text.title;
    this.fix = text.fix;
  }

  /** The same as problem details; `status` is left to the surface that speaks HTTP. */
  toProblem(): Problem {
    return {
      type: `https://w3id.org/askg/problems/${this.code}`,
      code: this.code,
      title: this.title,
      detail: this.message,
      fix: this.fix,
    };
  }
}
