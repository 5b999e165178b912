import { BadRequestException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { Problem } from '@askg/contract';
import { GraphError } from '@askg/graph';
import { ApiError } from '../api-error.ts';
import { StatusError } from './status-error.ts';
import { toProblem } from './to-problem.ts';

describe('problems', () => {
  it.each([
    [new ApiError('api/removed', 'gone'), 'api/removed', 410],
    [new GraphError('graph/timeout', 'slow'), 'graph/timeout', 504],
    [new GraphError('graph/busy', 'full'), 'graph/busy', 503],
    [new StatusError(415, new GraphError('graph/update-refused', 'no')), 'graph/update-refused', 415],
    [new NotFoundException(), 'api/not-found', 404],
    [new BadRequestException(), 'api/bad-path', 400],
    [new TypeError('x is undefined'), 'api/internal', 500],
    ['a string', 'api/internal', 500],
  ])('have a code and a status: %s', (error, code, status) => {
    const problem = toProblem(error, 'trace-1');
    expect(problem).toMatchObject({ code, status, trace: 'trace-1' });
    expect(Problem.parse(problem)).toEqual(problem);
  });

  it('say nothing of the inside of the server', () => {
    const secret = '/srv/data/graphs/abc.nq.gz';
    for (const error of [new Error(secret), new GraphError('graph/unloadable-graph', secret)]) {
      expect(JSON.stringify(toProblem(error, 't'))).not.toContain('/srv');
    }
  });
});
