import { median } from '../statistics.ts';
import type { NamedQuery } from './dataset.ts';
import type { MeasuredEngine, Run } from './engines/engine.ts';

/** The median of the runs of one query, or why there is none. */
export type Timing = { ms: number; rows: number } | { failure: 'timeout' | 'error'; detail: string };
export type Timings = Record<string, Timing>;

/** Above this a query is run once only. */
const slowMs = 3000;

/**
 * Runs each query on each engine in turn, so that what else the machine does meets all of them alike. The first run of each
 * warms up and is not counted, unless it is slow.
 */
export async function timeQueries(
  engines: Record<string, MeasuredEngine>,
  queries: readonly NamedQuery[],
  options: { runs: number; limitMs: number },
): Promise<Record<string, Timings>> {
  const timings: Record<string, Timings> = Object.fromEntries(Object.keys(engines).map((name) => [name, {}]));
  for (const { name: query, text } of queries) {
    process.stderr.write(`${query} `);
    const times: Record<string, Run[]> = {};
    for (let round = 0; round <= options.runs; round++) {
      for (const [name, engine] of Object.entries(engines)) {
        const runs = (times[name] ??= []);
        if (runs.some((run) => 'failure' in run || run.ms > slowMs)) continue;
        runs.push(await engine.run(text, options.limitMs));
      }
    }
    for (const [name, runs] of Object.entries(times)) (timings[name] ??= {})[query] = timingOf(runs);
  }
  process.stderr.write('\n');
  return timings;
}

function timingOf(runs: readonly Run[]): Timing {
  const failure = runs.find((run) => 'failure' in run);
  if (failure !== undefined) return failure;
  const done = runs.filter((run) => 'ms' in run);
  const counted = done.length > 1 ? done.slice(1) : done;
  return { ms: median(counted.map(({ ms }) => ms)), rows: done[0]?.rows ?? 0 };
}

/** Milliseconds of the median query; one that did not end counts as the limit, one that failed not at all. */
export function medianQuery(timings: Timings, names: readonly string[], limitMs: number): number {
  const times = names.flatMap((name) => {
    const timing = timings[name];
    if (timing === undefined || ('failure' in timing && timing.failure === 'error')) return [];
    return ['ms' in timing ? timing.ms : limitMs];
  });
  return median(times);
}
