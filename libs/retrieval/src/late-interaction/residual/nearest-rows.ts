import type { TokenVectors } from '@askg/inference';
import { KernelMemory } from '../simd/kernel-memory.ts';
import { pause } from '../pause.ts';
import { lanes, nearestBytes } from '../simd/kernels.ts';
import { paddedWidth, toColumns, toRows } from '../simd/layout.ts';

/** Vectors that go through all rows before others may run; they and the rows of a tile stay in the caches of a core. */
const vectorsAtOnce = 1024;
const rowsOfTile = 128;

/** Finds for each vector the row with the greatest dot product, of equals the first. */
export class NearestRows {
  readonly #memory = new KernelMemory();
  readonly #rows: TokenVectors;
  readonly #rowsAt: number;

  constructor(rows: TokenVectors) {
    this.#rows = rows;
    this.#rowsAt = this.#memory.place(toRows(rows));
  }

  /** @throws RetrievalError retrieval/cancelled */
  async of({ count, dimensions, data }: TokenVectors, signal?: AbortSignal): Promise<Uint32Array> {
    const numbers = new Uint32Array(count);
    for (let from = 0; from < count; from += vectorsAtOnce) {
      const size = Math.min(vectorsAtOnce, count - from);
      const part = { count: size, dimensions, data: data.subarray(from * dimensions, (from + size) * dimensions) };
      numbers.set(this.#nearest(part), from);
      await pause(signal);
    }
    return numbers;
  }

  #nearest(vectors: TokenVectors): Uint32Array {
    const memory = this.#memory;
    const mark = memory.used;
    const { blocks, data } = toColumns(vectors);
    const rowBytes = paddedWidth(vectors.dimensions) * 4;
    const columnsAt = memory.place(data);
    const statesAt = memory.reserve(blocks * nearestBytes);
    const stateOf = (block: number): number => statesAt + block * nearestBytes;
    for (let block = 0; block < blocks; block++) memory.floats(stateOf(block), lanes).fill(-Infinity);
    for (let row = 0; row < this.#rows.count; row += rowsOfTile) {
      const from = this.#rowsAt + row * rowBytes;
      const end = this.#rowsAt + Math.min(row + rowsOfTile, this.#rows.count) * rowBytes;
      for (let block = 0; block < blocks; block++) {
        memory.run.nearest(columnsAt + block * rowBytes * lanes, from, rowBytes, end, stateOf(block), row);
      }
    }
    const numbers = new Uint32Array(blocks * lanes);
    for (let block = 0; block < blocks; block++) {
      numbers.set(memory.integers(stateOf(block) + lanes * 4, lanes), block * lanes);
    }
    memory.release(mark);
    return numbers.subarray(0, vectors.count);
  }
}
