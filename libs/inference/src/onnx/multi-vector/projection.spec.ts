import { describe, expect, test } from '@jest/globals';
import { Projection } from './projection.ts';
import { readTensor } from '../../safetensors.ts';

/** A safetensors file of one tensor. */
function file(name: string, tensor: object, numbers: readonly number[]): Buffer {
  const header = Buffer.from(JSON.stringify({ [name]: { data_offsets: [0, 4 * numbers.length], ...tensor } }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.from(Float32Array.from(numbers).buffer)]);
}
const matrix = file('linear.weight', { dtype: 'F32', shape: [2, 3] }, [1, 0, 2, 0, -1, 0.5]);

describe('a head beside the graph', () => {
  test('makes of each row its products with the rows of the layer', () => {
    const head = new Projection(readTensor(matrix, 'linear.weight'), 2);
    const rows = { count: 2, dimensions: 3, data: Float32Array.of(1, 2, 3, 0, 0, 4) };
    expect(head.apply(rows)).toEqual({ count: 2, dimensions: 2, data: Float32Array.of(7, -0.5, 8, 2) });
    expect(() => head.apply({ ...rows, count: 3, dimensions: 2 })).toThrow('rows of 3 numbers');
  });

  test.each<[string, Buffer, string]>([
    ['is empty', Buffer.alloc(0), 'too short'],
    ['is cut in its header', matrix.subarray(0, 20), 'cut off'],
    ['is cut in its numbers', matrix.subarray(0, -4), '20 bytes'],
    ['holds another tensor', file('bias', { dtype: 'F32', shape: [1] }, [1]), 'no tensor linear.weight'],
    ['holds other numbers', file('linear.weight', { dtype: 'BF16', shape: [2] }, [1, 2]), 'of BF16'],
  ])('is refused when its file %s', (_, bytes, detail) => {
    expect(() => readTensor(bytes, 'linear.weight')).toThrow(detail);
  });

  test('is refused when it is no matrix of as many rows as a vector has numbers', () => {
    expect(() => new Projection(readTensor(matrix, 'linear.weight'), 3)).toThrow('not 3 rows');
  });
});
