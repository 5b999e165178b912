import { expect } from '@jest/globals';
import { Problem } from '@askg/contract';
import type { HttpResponse } from './http-client.ts';

/** What a browser says that it accepts. */
export const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

export function queryTarget(query: string, more = ''): string {
  return `/sparql?query=${encodeURIComponent(query)}${more}`;
}

/** The problem in a response, whose status is that of the response. */
export function problemOf(response: HttpResponse): Problem {
  expect(response.headers['content-type']).toBe('application/problem+json');
  const problem = Problem.parse(JSON.parse(response.text));
  expect(problem.status).toBe(response.status);
  expect(problem.trace).toBe(response.headers['askg-trace']);
  expect(response.headers['cache-control']).toBe('no-store');
  return problem;
}
