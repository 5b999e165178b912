import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TokenVectors } from '@askg/inference';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codedBytes, decodeTokens, encodeTokens } from './token-codec.ts';
import { TokenFiles, passagesPerFile } from './token-files.ts';

const tokens = (...rows: number[][]): TokenVectors => ({
  count: rows.length,
  dimensions: rows[0]?.length ?? 0,
  data: Float32Array.from(rows.flat()),
});
const unit = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 })
  .filter((row) => Math.hypot(...row) > 0.01)
  .map((row) => row.map((x) => x / Math.hypot(...row)));
const anyTokens = fc.array(unit, { minLength: 1, maxLength: 9 }).map((rows) => tokens(...rows));

describe('coded token vectors', () => {
  it('take half a byte a number and four bytes a token', () => {
    expect(codedBytes(384)).toBe(196);
    expect(encodeTokens(tokens([1, 0, 0], [0, 1, 0])).length).toBe(2 * (4 + 2));
  });

  it('come back within half a step of the greatest number', () => {
    fc.assert(
      fc.property(anyTokens, (original) => {
        const decoded = decodeTokens(encodeTokens(original), original.count, original.dimensions);
        for (let row = 0; row < original.count; row++) {
          const span = original.data.slice(row * 8, row * 8 + 8);
          const step = Math.max(...span.map(Math.abs)) / 7;
          for (const [k, x] of span.entries()) {
            expect(Math.abs((decoded.data[row * 8 + k] ?? 9) - x)).toBeLessThanOrEqual(step / 2 + 1e-6);
          }
        }
      }),
    );
  });

  it('keep a token that is all zeros', () => {
    expect([...decodeTokens(encodeTokens(tokens([0, 0])), 1, 2).data]).toEqual([0, 0]);
  });
});

describe('the token files', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tokens-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const one = 'a1'.repeat(32);
  const two = 'b2'.repeat(32);
  const places = (graphDigest: string, ...ordinals: number[]) => ordinals.map((ordinal) => ({ graphDigest, ordinal }));

  it('give back what was written, over several files, in the order asked for', async () => {
    const files = new TokenFiles(folder, 2);
    await files.write(
      one,
      0,
      Array.from({ length: passagesPerFile }, () => tokens([1, 0])),
    );
    await files.write(one, 1, [tokens([0, 1], [0, -1])]);
    await files.write(two, 0, [tokens([3 / 7, -1])]);
    const read = await files.read([...places(one, passagesPerFile, 3), ...places(two, 0, 7), ...places('c3', 0)]);
    expect(read.map((each) => each && [...each.data].map((x) => Number(x.toFixed(2))))).toEqual([
      [0, 1, 0, -1],
      [1, 0],
      [0.43, -1],
      undefined,
      undefined,
    ]);
  });

  it('say which papers are complete, and forget those not to be kept', async () => {
    const files = new TokenFiles(folder, 2);
    await files.write(one, 0, [tokens([1, 0])]);
    expect(await files.complete()).toEqual(new Set());
    await files.finish(one);
    await files.finish(two);
    expect(await files.complete()).toEqual(new Set([one, two]));
    writeFileSync(join(folder, `${one}-4.tokens.new`), 'half');
    await files.keepOnly(new Set([two]));
    expect(readdirSync(folder)).toEqual([`${two}.complete`]);
  });

  it('hold nothing where a file was cut short, damaged or made for another model', async () => {
    const files = new TokenFiles(folder, 2);
    await files.write(one, 0, [tokens([1, 0]), tokens([0, 1])]);
    expect(await new TokenFiles(folder, 3).read(places(one, 0))).toEqual([undefined]);
    truncateSync(join(folder, `${one}-0.tokens`), 8 + 4 + passagesPerFile * 8 + codedBytes(2));
    expect((await files.read(places(one, 0, 1))).map((each) => each?.count)).toEqual([1, undefined]);
    writeFileSync(join(folder, `${one}-0.tokens`), 'rubbish');
    expect(await files.read(places(one, 0))).toEqual([undefined]);
  });

  it('are none before anything was written', async () => {
    const files = new TokenFiles(join(folder, 'absent'), 2);
    expect(await files.read(places(one, 0))).toEqual([undefined]);
    expect(await files.complete()).toEqual(new Set());
    await files.keepOnly(new Set());
  });
});
