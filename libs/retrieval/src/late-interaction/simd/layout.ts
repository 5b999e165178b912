import type { TokenVectors } from '@askg/inference';
import { dimensionStep, lanes } from './kernels.ts';

/** Vectors as the kernels take them for columns. */
export type Columns = {
  count: number;
  /** Dimensions with the zeros that fill them up. */
  width: number;
  /** Groups of sixteen vectors, the last filled up with zeros. */
  blocks: number;
  /** For each block, dimension by dimension, the numbers of its sixteen vectors. */
  data: Float32Array;
};

/** Dimensions filled up to whole steps of the kernels. */
export function paddedWidth(dimensions: number): number {
  return Math.ceil(dimensions / dimensionStep) * dimensionStep;
}

export function toColumns({ count, dimensions, data }: TokenVectors): Columns {
  const width = paddedWidth(dimensions);
  const blocks = Math.ceil(count / lanes);
  const laid = new Float32Array(blocks * width * lanes);
  for (let row = 0; row < count; row++) {
    const to = Math.floor(row / lanes) * width * lanes + (row % lanes);
    const from = row * dimensions;
    for (let k = 0; k < dimensions; k++) laid[to + k * lanes] = data[from + k] as number;
  }
  return { count, width, blocks, data: laid };
}

/** Vectors as the kernels take them for rows: one after another, filled up with zeros. */
export function toRows({ count, dimensions, data }: TokenVectors): Float32Array {
  const width = paddedWidth(dimensions);
  if (width === dimensions) return data;
  const laid = new Float32Array(count * width);
  for (let row = 0; row < count; row++) {
    laid.set(data.subarray(row * dimensions, (row + 1) * dimensions), row * width);
  }
  return laid;
}
