import type { TokenVectors } from '@askg/inference';

/**
 * Exact late interaction: `Σ_i max_j q_i · d_j` over all query tokens i and document tokens j, divided by the number of query
 * tokens, so that questions of any length score between -1 and 1. Negative similarities count as what they are.
 * Source: Khattab and Zaharia, ColBERT, SIGIR 2020 (the sum; the mean orders alike for one query).
 * @returns undefined when either side has no tokens
 */
export function maxSim(query: TokenVectors, document: TokenVectors): number | undefined {
  if (query.count === 0 || document.count === 0) return undefined;
  let sum = 0;
  let i = 0;
  for (; i + 4 <= query.count; i += 4) sum += sumOfFour(query, i, document);
  for (; i < query.count; i++) sum += bestOf(query, i, document);
  return sum / query.count;
}

/** Four query tokens at once: each document row is read once for all of them, which takes half the time. */
function sumOfFour({ data: q, dimensions }: TokenVectors, row: number, { count, data: d }: TokenVectors): number {
  const q0 = row * dimensions;
  const q1 = q0 + dimensions;
  const q2 = q1 + dimensions;
  const q3 = q2 + dimensions;
  let best0 = -Infinity;
  let best1 = -Infinity;
  let best2 = -Infinity;
  let best3 = -Infinity;
  for (let at = 0, end = count * dimensions; at < end; at += dimensions) {
    let dot0 = 0;
    let dot1 = 0;
    let dot2 = 0;
    let dot3 = 0;
    for (let k = 0; k < dimensions; k++) {
      // Indices stay inside both arrays: their lengths are count times dimensions.
      const x = d[at + k] as number;
      dot0 += (q[q0 + k] as number) * x;
      dot1 += (q[q1 + k] as number) * x;
      dot2 += (q[q2 + k] as number) * x;
      dot3 += (q[q3 + k] as number) * x;
    }
    if (dot0 > best0) best0 = dot0;
    if (dot1 > best1) best1 = dot1;
    if (dot2 > best2) best2 = dot2;
    if (dot3 > best3) best3 = dot3;
  }
  return best0 + best1 + best2 + best3;
}

function bestOf({ data: q, dimensions }: TokenVectors, row: number, { count, data: d }: TokenVectors): number {
  const from = row * dimensions;
  let best = -Infinity;
  for (let at = 0, end = count * dimensions; at < end; at += dimensions) {
    let dot = 0;
    for (let k = 0; k < dimensions; k++) dot += (q[from + k] as number) * (d[at + k] as number);
    if (dot > best) best = dot;
  }
  return best;
}
