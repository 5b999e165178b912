import type { ConformanceTest } from './manifest.ts';

/** What a runner says of a test; what it throws is a failure too. */
export type Result = { passed: true; note?: Note } | { passed: false; reason: string };

/**
 * How a test passed, where that is not plain. `by value`: the result is right by the values of its literals, not by their
 * lexical forms. `refused after parsing`: the syntax was accepted, and the query refused for something else.
 */
export type Note = 'by value' | 'refused after parsing';

export const passed: Result = { passed: true };

export function failed(reason: string): Result {
  return { passed: false, reason };
}

/** Passed unless something is wrong. */
export function unless(reason: string | undefined): Result {
  return reason === undefined ? passed : failed(reason);
}

/** How one test ended; `reason` says why it failed or was left out. */
export type Outcome = {
  test: ConformanceTest;
  status: 'passed' | 'failed' | 'left out';
  note?: Note;
  reason?: string;
};
