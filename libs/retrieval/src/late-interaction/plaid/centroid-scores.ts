import type { TokenVectors } from '@askg/inference';
import type { KernelMemory } from '../simd/kernel-memory.ts';
import { lanes } from '../simd/kernels.ts';
import { toColumns } from '../simd/layout.ts';

const blockBytes = lanes * 4;

/** Rows of the centroids in the memory of the kernels. */
export type PlacedCentroids = { memory: KernelMemory; address: number; count: number };

/**
 * The products of all centroids with all query tokens, `S = C Qᵀ`, and what the stages of a search take from them. It stands in
 * the kernels' memory until `close`, and nothing else may use that memory meanwhile.
 */
export class CentroidScores {
  readonly #memory: KernelMemory;
  readonly #mark: number;
  readonly #centroids: number;
  readonly #queryTokens: number;
  readonly #blocks: number;
  /** Numbers of a row of the table: one for each query token, filled up to whole blocks. */
  readonly #width: number;
  readonly #tableAt: number;
  readonly #bestAt: number;
  readonly #codesAt: number;
  readonly #table: Float32Array;
  readonly #best: Float32Array;
  readonly #codes: Uint32Array;

  /** @param longest token vectors of the longest document */
  constructor({ memory, address, count }: PlacedCentroids, query: TokenVectors, longest: number) {
    const columns = toColumns(query);
    this.#memory = memory;
    this.#mark = memory.used;
    this.#centroids = count;
    this.#queryTokens = query.count;
    this.#blocks = columns.blocks;
    this.#width = columns.blocks * lanes;
    const columnsAt = memory.place(columns.data);
    this.#tableAt = memory.reserve(count * this.#width * 4);
    this.#bestAt = memory.reserve(this.#width * 4);
    this.#codesAt = memory.reserve(longest * 4);
    this.#table = memory.floats(this.#tableAt, count * this.#width);
    this.#best = memory.floats(this.#bestAt, this.#width);
    this.#codes = memory.integers(this.#codesAt, longest);
    const centroidBytes = columns.width * 4;
    for (let block = 0; block < columns.blocks; block++) {
      const [from, to] = [columnsAt + block * centroidBytes * lanes, this.#tableAt + block * blockBytes];
      memory.run.products(from, address, centroidBytes, address + count * centroidBytes, to, this.#width * 4);
    }
  }

  /** For each query token the `cells` centroids nearest to it, in one rising list. */
  nearest(cells: number): number[] {
    if (cells >= this.#centroids) return Array.from({ length: this.#centroids }, (_, i) => i);
    // For each query token its best centroids so far, the best first.
    const scores = new Float64Array(this.#queryTokens * cells).fill(-Infinity);
    const numbers = new Uint32Array(this.#queryTokens * cells);
    for (let centroid = 0; centroid < this.#centroids; centroid++) {
      for (let token = 0; token < this.#queryTokens; token++) {
        const score = this.#table[centroid * this.#width + token] as number;
        const first = token * cells;
        let place = first + cells - 1;
        if (score <= (scores[place] as number)) continue;
        for (; place > first && (scores[place - 1] as number) < score; place--) {
          scores[place] = scores[place - 1] as number;
          numbers[place] = numbers[place - 1] as number;
        }
        scores[place] = score;
        numbers[place] = centroid;
      }
    }
    return [...new Set(numbers)].toSorted((a, b) => a - b);
  }

  /** 1 for each centroid whose product with some query token reaches the threshold. */
  reaching(threshold: number): Uint8Array {
    const reaching = new Uint8Array(this.#centroids);
    for (let centroid = 0; centroid < this.#centroids; centroid++) {
      const at = centroid * this.#width;
      for (let token = at; token < at + this.#queryTokens; token++) {
        if ((this.#table[token] as number) < threshold) continue;
        reaching[centroid] = 1;
        break;
      }
    }
    return reaching;
  }

  /**
   * `Σ_q max_c S[c, q]` over the centroids of a document's tokens, which are `codes` from `start` to `end`, or over those of
   * them that are among `kept`; -Infinity where there are none.
   */
  interaction(codes: Uint32Array, start: number, end: number, kept?: Uint8Array): number {
    let count = 0;
    for (let at = start; at < end; at++) {
      const code = codes[at] as number;
      if (kept === undefined || kept[code] === 1) this.#codes[count++] = code;
    }
    if (count === 0) return -Infinity;
    this.#best.fill(-Infinity);
    const codesEnd = this.#codesAt + count * 4;
    for (let block = 0; block < this.#blocks; block++) {
      const offset = block * blockBytes;
      const [table, best] = [this.#tableAt + offset, this.#bestAt + offset];
      this.#memory.run.bestOfRows(table, this.#codesAt, this.#width * 4, codesEnd, best);
    }
    let sum = 0;
    for (let token = 0; token < this.#queryTokens; token++) sum += this.#best[token] as number;
    return sum;
  }

  close(): void {
    this.#memory.release(this.#mark);
  }
}
