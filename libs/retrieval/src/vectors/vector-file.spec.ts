import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromHalf, toHalf } from './half-floats.ts';
import { cacheKey } from './vector-cache.ts';
import { VectorFile } from './vector-file.ts';

const model = { name: 'm', digest: 'a'.repeat(64), dimensions: 3, maxTokens: 512 };

describe('16-bit floats', () => {
  it.each([
    [0, 0x0000],
    [1, 0x3c00],
    [-2, 0xc000],
    [0.333251953125, 0x3555],
    [65504, 0x7bff],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [1023 * 2 ** -24, 0x03ff],
    [1 + 2 ** -11, 0x3c00],
    [1 + 3 * 2 ** -11, 0x3c02],
  ])('of %d is %i', (value, bits) => {
    expect(toHalf(value)).toBe(bits);
  });

  it('come back as they were, and round to the nearest', () => {
    for (let bits = 0; bits < 0x7c00; bits++) expect(toHalf(fromHalf(bits))).toBe(bits);
    fc.assert(
      fc.property(fc.float({ min: -1, max: 1, noNaN: true }), (value) => {
        expect(Math.abs(fromHalf(toHalf(value)) - value)).toBeLessThanOrEqual(
          Math.max(Math.abs(value) * 2 ** -11, 2 ** -25),
        );
      }),
    );
  });
});

describe('the file of vectors', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vectors-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (bytes: Uint8Array | string): VectorFile => {
    writeFileSync(join(folder, 'file'), bytes);
    return VectorFile.read(join(folder, 'file'));
  };
  const vectors = new Map([
    [cacheKey(model, 'two'), Float32Array.of(0, 0.6, 0.8)],
    [cacheKey(model, 'one'), Float32Array.of(1, 0, 0)],
  ]);

  it('gives a text’s vector back, of unit length', () => {
    const file = write(VectorFile.encode(vectors, 3));
    expect(file.size).toBe(2);
    expect([...(file.get(model, 'one') ?? [])]).toEqual([1, 0, 0]);
    const two = file.get(model, 'two') ?? new Float32Array();
    expect(two[1]).toBeCloseTo(0.6, 3);
    expect(Math.hypot(...two)).toBeCloseTo(1, 6);
  });

  it('knows neither other texts nor other models', () => {
    const file = write(VectorFile.encode(vectors, 3));
    expect(file.get(model, 'three')).toBeUndefined();
    expect(file.get({ ...model, digest: 'b'.repeat(64) }, 'one')).toBeUndefined();
    expect(file.get({ ...model, dimensions: 4 }, 'one')).toBeUndefined();
  });

  it('has the same bytes whatever the order of the vectors', () => {
    const turned = new Map([...vectors].toReversed());
    expect(VectorFile.encode(turned, 3).equals(VectorFile.encode(vectors, 3))).toBe(true);
  });

  it('holds nothing when it is absent, cut short or something else', () => {
    expect(VectorFile.read(join(folder, 'absent')).size).toBe(0);
    const bytes = VectorFile.encode(vectors, 3);
    expect(write(bytes.subarray(0, bytes.length - 1)).size).toBe(0);
    expect(write('').size).toBe(0);
    expect(write('a text that is longer than the header').size).toBe(0);
  });
});
