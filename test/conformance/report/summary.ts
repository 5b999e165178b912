import { type Exception, keyOf, knownReason } from '../exceptions.ts';
import type { Note, Outcome } from '../outcome.ts';
import { groupOf } from './groups.ts';

export type Counts = { tests: number; passed: number; byValue: number; failed: number; leftOut: number };

export type Summary = {
  /** Versions of what was tested, and of what it stands on. */
  software: Record<string, string>;
  groups: ({ group: string } & Counts)[];
  suites: ({ suite: string } & Counts)[];
  /** Failures, with what came, and why it is known to come. */
  failures: { test: string; name: string; found: string; reason: string }[];
  /** Tests that pass, and not plainly. */
  notes: Record<Note, string[]>;
  leftOut: { suite: string; tests: number; reason: string }[];
};

/** What is wrong with a run, or with the list of exceptions. */
export type Surprises = {
  /** Failures that nobody has explained. */
  failures: Outcome[];
  /** Exceptions that pass. */
  passes: string[];
  /** Exceptions that are no test of a suite that was run. */
  strays: string[];
};

export function summarise(
  outcomes: readonly Outcome[],
  known: readonly Exception[],
  software: Record<string, string>,
): Summary {
  return {
    software,
    groups: countBy(outcomes, (outcome) => groupOf(outcome.test)).map(([group, counts]) => ({ group, ...counts })),
    suites: countBy(
      outcomes.filter(({ status }) => status !== 'left out'),
      ({ test }) => test.suite,
    ).map(([suite, counts]) => ({ suite, ...counts })),
    failures: outcomes
      .filter(({ status }) => status === 'failed')
      .map(({ test, reason = '' }) => ({
        test: keyOf(test),
        name: test.name,
        found: reason,
        reason: knownReason(test, known) ?? 'NOT EXPLAINED',
      })),
    notes: {
      'by value': noted(outcomes, 'by value'),
      'refused after parsing': noted(outcomes, 'refused after parsing'),
    },
    leftOut: countLeftOut(outcomes),
  };
}

export function surprises(outcomes: readonly Outcome[], known: readonly Exception[]): Surprises {
  const suites = new Set(outcomes.map(({ test }) => test.suite));
  const keys = new Set(outcomes.map(({ test }) => keyOf(test)));
  const isKnown = ({ test }: Outcome) => knownReason(test, known) !== undefined;
  return {
    failures: outcomes.filter((outcome) => outcome.status === 'failed' && !isKnown(outcome)),
    passes: outcomes
      .filter((outcome) => outcome.status === 'passed' && isKnown(outcome))
      .map(({ test }) => keyOf(test)),
    strays: known.flatMap(({ tests }) => tests).filter((key) => suites.has(key.replace(/#.*$/u, '')) && !keys.has(key)),
  };
}

function noted(outcomes: readonly Outcome[], wanted: Note): string[] {
  return outcomes.filter(({ note }) => note === wanted).map(({ test }) => keyOf(test));
}

function countBy(outcomes: readonly Outcome[], nameOf: (outcome: Outcome) => string): [string, Counts][] {
  const counted = new Map<string, Counts>();
  for (const outcome of outcomes) {
    const name = nameOf(outcome);
    const counts = counted.get(name) ?? { tests: 0, passed: 0, byValue: 0, failed: 0, leftOut: 0 };
    counts.tests += 1;
    if (outcome.status === 'passed') counts.passed += 1;
    if (outcome.note === 'by value') counts.byValue += 1;
    if (outcome.status === 'failed') counts.failed += 1;
    if (outcome.status === 'left out') counts.leftOut += 1;
    counted.set(name, counts);
  }
  return [...counted].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function countLeftOut(outcomes: readonly Outcome[]): Summary['leftOut'] {
  const counted = new Map<string, Summary['leftOut'][number]>();
  for (const { test, status, reason = '' } of outcomes) {
    if (status !== 'left out') continue;
    const known = counted.get(test.suite) ?? { suite: test.suite, tests: 0, reason };
    counted.set(test.suite, { ...known, tests: known.tests + 1 });
  }
  return [...counted.values()];
}
