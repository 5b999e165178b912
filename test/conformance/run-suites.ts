import type { Endpoint } from './endpoint.ts';
import type { LeftOut } from './left-out.ts';
import { readTests, type ConformanceTest } from './manifest.ts';
import { failed, type Outcome, type Result, unless } from './outcome.ts';
import { runDescription } from './suites/run-description.ts';
import { runEvaluation } from './suites/run-evaluation.ts';
import { runProtocol } from './suites/run-protocol.ts';
import { runShacl } from './suites/run-shacl.ts';
import { runNegativeSyntax, runPositiveSyntax } from './suites/run-syntax.ts';
import type { TestFiles } from './test-files.ts';

export type RunOptions = {
  endpoint: Endpoint;
  files: TestFiles;
  leftOut: readonly LeftOut[];
  /** Called after each test. */
  onOutcome?: (outcome: Outcome) => void;
};

/** Runs every test of the files that is not left out, one after the other. */
export async function runSuites({ endpoint, files, leftOut, onOutcome }: RunOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const test of await readTests(files)) {
    const reason = reasonToLeaveOut(test, leftOut);
    const outcome: Outcome =
      reason === undefined ? await runTest(endpoint, files, test) : { test, status: 'left out', reason };
    outcomes.push(outcome);
    onOutcome?.(outcome);
  }
  return outcomes;
}

async function runTest(endpoint: Endpoint, files: TestFiles, test: ConformanceTest): Promise<Outcome> {
  let result: Result;
  try {
    result = await resultOf(endpoint, files, test);
  } catch (error) {
    result = failed(error instanceof Error ? error.message : String(error));
  }
  if (!result.passed) return { test, status: 'failed', reason: result.reason };
  return { test, status: 'passed', ...(result.note === undefined ? {} : { note: result.note }) };
}

async function resultOf(endpoint: Endpoint, files: TestFiles, test: ConformanceTest): Promise<Result> {
  switch (test.kind) {
    case 'evaluation':
      return runEvaluation(endpoint, files, test);
    case 'positive-syntax':
      return runPositiveSyntax(endpoint, files, test);
    case 'negative-syntax':
      return unless(await runNegativeSyntax(endpoint, files, test));
    case 'protocol':
      return unless(await runProtocol(endpoint, files, test));
    case 'description':
      return unless(await runDescription(endpoint, test));
    case 'shacl':
      return unless(await runShacl(files, test));
    case 'other':
      break;
  }
  return failed('There is no runner for tests of this kind.');
}

function reasonToLeaveOut({ suite, id }: ConformanceTest, leftOut: readonly LeftOut[]): string | undefined {
  return leftOut.find(
    (each) =>
      (suite === each.suite || suite.startsWith(`${each.suite}/`)) &&
      (each.tests === undefined || each.tests.includes(id)),
  )?.reason;
}
