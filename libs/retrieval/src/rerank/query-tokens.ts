import type { TokenVectors } from '@askg/inference';

/** Question tokens beyond these are left out: a pasted page would cost seconds, and its beginning says what it is about. */
const maxQueryTokens = 96;

/**
 * The tokens of a question as late interaction compares them: its first ones, each row as long as its weight. The best match of
 * a row then counts as much as the row weighs; one that weighs nothing is left out.
 */
export function queryTokens({ count, dimensions, data, weights }: TokenVectors): TokenVectors {
  const kept = Math.min(count, maxQueryTokens);
  if (!weights) return { count: kept, dimensions, data: data.subarray(0, kept * dimensions) };
  const rows = [...weights.subarray(0, kept).entries()].filter(([, weight]) => weight > 0);
  const mean = rows.reduce((sum, [, weight]) => sum + weight, 0) / rows.length;
  const scaled = new Float32Array(rows.length * dimensions);
  for (const [at, [row, weight]] of rows.entries()) {
    for (let k = 0; k < dimensions; k++) {
      scaled[at * dimensions + k] = ((data[row * dimensions + k] ?? 0) * weight) / mean;
    }
  }
  return { count: rows.length, dimensions, data: scaled };
}
