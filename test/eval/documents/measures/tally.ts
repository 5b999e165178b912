/** What was right, out of what was predicted and out of what was there. */
export type Tally = { matched: number; predicted: number; expected: number };

export const nothing: Tally = { matched: 0, predicted: 0, expected: 0 };

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, each) => ({
      matched: total.matched + each.matched,
      predicted: total.predicted + each.predicted,
      expected: total.expected + each.expected,
    }),
    nothing,
  );
}

/** Of what was there; undefined if nothing was. */
export function recall({ matched, expected }: Tally): number | undefined {
  return expected === 0 ? undefined : matched / expected;
}

/** Of what was predicted; undefined if nothing was. */
export function precision({ matched, predicted }: Tally): number | undefined {
  return predicted === 0 ? undefined : matched / predicted;
}

/** The harmonic mean of recall and precision; undefined if nothing was there and nothing predicted. */
export function f1({ matched, predicted, expected }: Tally): number | undefined {
  return predicted + expected === 0 ? undefined : (2 * matched) / (predicted + expected);
}

/** Tally of two bags of strings: each string counts as often as it stands in both. */
export function bagTally(predicted: readonly string[], expected: readonly string[]): Tally & { missing: string[] } {
  const left = new Map<string, number>();
  for (const item of predicted) left.set(item, (left.get(item) ?? 0) + 1);
  const missing = expected.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
  return {
    matched: expected.length - missing.length,
    predicted: predicted.length,
    expected: expected.length,
    missing,
  };
}
