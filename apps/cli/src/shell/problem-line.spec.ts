import { describe, expect, it } from '@jest/globals';
import { CliError } from '../cli-error.ts';
import { exitCodeOf } from './exit-code.ts';
import { problemLine, toCoded } from './problem-line.ts';

describe('a problem', () => {
  it('is told in one line: code, what, and what to do', () => {
    const line = problemLine(new CliError('cli/unreadable', 'a.rq:\n  ENOENT').toProblem());
    expect(line).toBe(
      'cli/unreadable: The file cannot be read. a.rq: ENOENT. Check the path, and that this user may read it.',
    );
  });

  it('that nobody foresaw keeps its stack and has a code too', () => {
    const coded = toCoded(new TypeError('x is not a function'));
    expect(coded.code).toBe('cli/internal');
    expect(coded.message).toContain('problem-line.spec.ts');
  });

  it('ends with 2 where the command was wrong, with 3 where it could not run', () => {
    expect(
      ['cli/wrong-use', 'graph/invalid-query', 'corpus/locked', 'graph/timeout'].map((code) =>
        exitCodeOf({ code: code as 'a/b' }),
      ),
    ).toEqual([2, 2, 3, 3]);
  });
});
