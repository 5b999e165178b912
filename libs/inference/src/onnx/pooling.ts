import { toUnit } from '../unit-vector.ts';

/** The rows a model gives for one text: `count` tokens × `dimensions`, row after row. */
export type Rows = { count: number; dimensions: number; data: Float32Array };

export type Pooling = 'cls' | 'mean';

/** One vector of unit length for the text: that of its first token, or the mean of all. */
export function pool({ count, dimensions, data }: Rows, pooling: Pooling): Float32Array {
  if (pooling === 'cls') return toUnit(data.slice(0, dimensions));
  const mean = new Float32Array(dimensions);
  for (let column = 0; column < dimensions; column++) {
    let sum = 0;
    for (let row = 0; row < count; row++) sum += data[row * dimensions + column] ?? 0;
    mean[column] = sum / count;
  }
  return toUnit(mean);
}

/** A copy of the rows, each of unit length. */
export function unitRows({ count, dimensions, data }: Rows): Rows {
  const copy = data.slice(0, count * dimensions);
  for (let row = 0; row < count; row++) toUnit(copy.subarray(row * dimensions, (row + 1) * dimensions));
  return { count, dimensions, data: copy };
}
