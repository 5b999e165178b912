import type { Counts, Summary } from './summary.ts';

const columns = ['tests', 'passed', 'byValue', 'failed', 'leftOut'] as const;
const titles: Record<(typeof columns)[number], string> = {
  tests: 'tests',
  passed: 'passed',
  byValue: 'by value',
  failed: 'failed',
  leftOut: 'left out',
};

/** The summary for people: groups, suites, failures. */
export function tableOf({ groups, suites, failures }: Summary): string {
  return [
    ...rows(groups.map(({ group, ...counts }) => [group, counts])),
    '',
    ...rows(suites.map(({ suite, ...counts }) => [suite, counts])),
    '',
    ...failures.map(({ test, found, reason }) => `failed: ${test}\n  ${found}\n  ${reason}`),
    '',
  ].join('\n');
}

function rows(counted: readonly (readonly [string, Counts])[]): string[] {
  const width = Math.max(...counted.map(([name]) => name.length), 0);
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(width)} ${cells.map((cell) => cell.padStart(9)).join('')}`;
  return [
    line(
      '',
      columns.map((column) => titles[column]),
    ),
    ...counted.map(([name, counts]) =>
      line(
        name,
        columns.map((column) => String(counts[column])),
      ),
    ),
  ];
}
