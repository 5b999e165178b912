import type { TokenVectors } from '@askg/inference';
import { KernelMemory } from './simd/kernel-memory.ts';
import { lanes } from './simd/kernels.ts';
import { toColumns, toRows } from './simd/layout.ts';

/** Scores one document; undefined when a side has no tokens, dimensions differ or a number is not finite. */
export type MaxSimScorer = (document: TokenVectors) => number | undefined;

export type MaxSimOptions = {
  /**
   * Lets a query token whose best match is negative count 0, as the reference does on a processor without a graphics card;
   * for comparing with runs of it.
   */
  clampNegative?: boolean;
};

/** Rows that are copied to the kernels at once, so that their memory stays small however long a document is. */
const rowsAtOnce = 4096;

let shared: KernelMemory | undefined;

/**
 * Exact late interaction: `Σ_i max_j q_i · d_j` over all query tokens i and document tokens j, divided by the number of query
 * tokens, so that questions of any length score between -1 and 1. Negative similarities count as what they are.
 * Source: Khattab and Zaharia, ColBERT, SIGIR 2020 (the sum; the mean orders alike for one query).
 * The products are taken in 32-bit floats by WebAssembly, twenty times as fast as by loops over typed arrays.
 */
export function maxSimScorer(query: TokenVectors, { clampNegative = false }: MaxSimOptions = {}): MaxSimScorer {
  const columns = toColumns(query);
  return (document) => {
    if (query.count === 0 || document.count === 0 || query.dimensions !== document.dimensions) return undefined;
    const memory = (shared ??= new KernelMemory());
    const columnsAt = memory.place(columns.data);
    const bestAt = memory.reserve(columns.blocks * lanes * 4);
    const rows = toRows(document);
    const rowBytes = columns.width * 4;
    const used = memory.used;
    memory.floats(bestAt, columns.blocks * lanes).fill(clampNegative ? 0 : -Infinity);
    for (let from = 0; from < document.count; from += rowsAtOnce) {
      memory.release(used);
      const rowsAt = memory.place(rows.subarray(from * columns.width, (from + rowsAtOnce) * columns.width));
      for (let block = 0; block < columns.blocks; block++) {
        const blockAt = columnsAt + block * rowBytes * lanes;
        memory.run.best(blockAt, rowsAt, rowBytes, memory.used, bestAt + block * lanes * 4);
      }
    }
    const best = memory.floats(bestAt, query.count);
    let sum = 0;
    for (const score of best) sum += score;
    memory.release(0);
    return Number.isFinite(sum) ? sum / query.count : undefined;
  };
}

/** The same for one pair. */
export function maxSim(query: TokenVectors, document: TokenVectors): number | undefined {
  return maxSimScorer(query)(document);
}
