import type { TokenVectors } from '@askg/inference';
import { maxSimScorer } from '@askg/retrieval';
import type { Measure } from '../main.ts';
import { median, quantile, round } from '../statistics.ts';

/** What an index over the vectors took and found. */
export type Outcome = {
  buildS: number;
  /** Seconds of all processors while it was built. */
  processorS: number;
  bytes: number;
  /** Milliseconds of each query. */
  latencies: readonly number[];
  /** Milliseconds of all processors that a query took, on average. */
  processorMs: number;
  /** For each query the numbers of the ten documents found. */
  found: readonly (readonly number[])[];
};
export type Bars = { tokensPerS?: number; bytes?: number; p50?: number; overlap?: number };

/** For each query the ten documents of the greatest exact MaxSim over the vectors as they are. */
export function exactTops(documents: readonly TokenVectors[], queries: readonly TokenVectors[]): number[][] {
  return queries.map((query) => {
    const score = maxSimScorer(query);
    const scores = documents.map((document) => score(document) ?? -Infinity);
    return scores
      .map((_, i) => i)
      .toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
      .slice(0, 10);
  });
}

export function measuresOf(
  name: string,
  { buildS, processorS, bytes, latencies, processorMs, found }: Outcome,
  vectors: number,
  exact: readonly (readonly number[])[],
  bars: Bars = {},
): Measure[] {
  const of = (measure: string, value: number, unit: string, bar?: number, details?: unknown): Measure => ({
    name: `${name}: ${measure}`,
    value,
    unit,
    ...(bar !== undefined && { bar }),
    ...(details !== undefined && { details }),
  });
  const common = exact.map((tops, i) => tops.filter((top) => found[i]?.includes(top)).length / tops.length);
  const overlap = common.reduce((sum, share) => sum + share, 0) / exact.length;
  return [
    of('built', round(vectors / buildS, 0), 'tokens/s', bars.tokensPerS, {
      seconds: round(buildS, 1),
      processorSeconds: round(processorS, 1),
      tokensPerProcessorSecond: round(vectors / processorS, 0),
    }),
    of('bytes a vector', round(bytes / vectors, 1), 'bytes', bars.bytes),
    of('query, median', round(median(latencies), 1), 'ms', bars.p50, {
      p95: round(quantile(latencies, 0.95), 1),
      processorMs: round(processorMs, 1),
    }),
    of('overlap of the first ten with exact MaxSim', round(overlap, 3), '', bars.overlap),
  ];
}
