import { comparable } from './same-value.ts';

/** `challengeF1` is the set F of trec_eval, which TEXT2SPARQL takes: nothing found is 0, even where nothing is right. */
export type ValueScore = { precision: number; recall: number; f1: number; challengeF1: number; isExact: boolean };

/**
 * Compares the set of values that a query found, of all its columns, with the right ones.
 * @param also values that may be there and need not
 */
export function scoreValues(
  found: readonly string[],
  right: readonly string[],
  also: readonly string[] = [],
): ValueScore {
  const wanted = new Set(right.map(comparable));
  const allowed = new Set(also.map(comparable));
  const got = new Set(found.map(comparable).filter((value) => wanted.has(value) || !allowed.has(value)));
  const hits = [...got].filter((value) => wanted.has(value)).length;
  if (wanted.size === 0 && got.size === 0) {
    return { precision: 1, recall: 1, f1: 1, challengeF1: 0, isExact: true };
  }
  const precision = got.size === 0 ? 0 : hits / got.size;
  const recall = wanted.size === 0 ? 0 : hits / wanted.size;
  const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const whole = new Set(found.map(comparable)).size;
  const plainPrecision = whole === 0 ? 0 : hits / whole;
  const challengeF1 = hits === 0 ? 0 : (2 * plainPrecision * recall) / (plainPrecision + recall);
  return { precision, recall, f1, challengeF1, isExact: hits === wanted.size && got.size === wanted.size };
}
