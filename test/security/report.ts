import { quantile, round } from '../../bench/statistics.ts';
import type { PointAnswer } from './point-queries.ts';

/** What came of one attack; `faults` is empty where the server did as it should. */
export type Finding = {
  group: string;
  name: string;
  status: number;
  code: string;
  ms: number;
  faults: string[];
};

export type Latency = { queries: number; p50: number; p95: number; worst: number; unanswered: number };

/** The table of all attacks, for people. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map(({ group, name, status, code, ms, faults }) => [
    faults.length === 0 ? 'ok' : 'FAULT',
    group,
    name,
    status === 0 ? 'closed' : String(status),
    code,
    `${round(ms, 0)} ms`,
    faults.join('; '),
  ]);
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** How long the queries of somebody else took in a span of time. */
export function latencyOf(answers: readonly PointAnswer[], from: number, to: number): Latency {
  const within = answers.filter(({ at }) => at >= from && at <= to);
  const times = within.map(({ ms }) => ms);
  return {
    queries: times.length,
    p50: round(quantile(times, 0.5), 0),
    p95: round(quantile(times, 0.95), 0),
    worst: round(Math.max(0, ...times), 0),
    unanswered: within.filter(({ status }) => status !== 200).length,
  };
}
