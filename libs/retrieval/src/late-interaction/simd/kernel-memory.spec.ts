import type { TokenVectors } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { randomTokens } from '../testing/random-tokens.ts';
import { KernelMemory } from './kernel-memory.ts';
import { lanes } from './kernels.ts';
import { toColumns, toRows } from './layout.ts';
import { pageBytes } from './web-assembly.ts';

const dot = (a: TokenVectors, i: number, b: TokenVectors, j: number): number => {
  let sum = 0;
  for (let k = 0; k < a.dimensions; k++) {
    sum += (a.data[i * a.dimensions + k] ?? 0) * (b.data[j * b.dimensions + k] ?? 0);
  }
  return sum;
};

describe('the kernels', () => {
  it.each([1, 2, 7, 64])('give the products of %d rows with all columns, and nothing beyond them', (count) => {
    const make = randomTokens(count, 12);
    const [query, rows] = [make(lanes), make(count)];
    const memory = new KernelMemory();
    const columnsAt = memory.place(toColumns(query).data);
    const rowsAt = memory.place(toRows(rows));
    const end = memory.used;
    const width = lanes + 4;
    const out = memory.reserve((count + 1) * width * 4);
    memory.floats(out, (count + 1) * width).fill(-9);
    memory.run.products(columnsAt, rowsAt, 12 * 4, end, out, width * 4);
    const table = memory.floats(out, (count + 1) * width);
    for (let row = 0; row <= count; row++) {
      for (let column = 0; column < width; column++) {
        const isProduct = row < count && column < lanes;
        expect(table[row * width + column]).toBeCloseTo(isProduct ? dot(rows, row, query, column) : -9, 5);
      }
    }
  });

  it('take the greatest of numbered rows of a table', () => {
    const memory = new KernelMemory();
    const table = Float32Array.from({ length: 5 * lanes }, (_, i) => Math.sin(i));
    const tableAt = memory.place(table);
    const numbersAt = memory.place(Uint32Array.of(4, 1, 1));
    const out = memory.place(new Float32Array(lanes).fill(-0.5));
    memory.run.bestOfRows(tableAt, numbersAt, lanes * 4, numbersAt + 3 * 4, out);
    const expected = Array.from({ length: lanes }, (_, i) =>
      Math.max(-0.5, table[4 * lanes + i] ?? 9, table[lanes + i] ?? 9),
    );
    expect([...memory.floats(out, lanes)]).toEqual(expected);
  });
});

describe('the memory of the kernels', () => {
  it('keeps what was placed when it grows, and gives the same place again after it was freed', () => {
    const memory = new KernelMemory();
    const kept = memory.place(Float32Array.of(1, 2, 3));
    const mark = memory.used;
    const large = memory.reserve(5 * pageBytes);
    memory.floats(large, (5 * pageBytes) / 4).fill(7);
    expect([...memory.floats(kept, 3)]).toEqual([1, 2, 3]);
    memory.release(mark);
    expect(memory.place(Uint32Array.of(5))).toBe(large);
    expect([...memory.integers(large, 1)]).toEqual([5]);
    expect(large % 16).toBe(0);
  });
});
