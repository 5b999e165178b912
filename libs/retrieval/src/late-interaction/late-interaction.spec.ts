import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TokenVectors } from '@askg/inference';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maxSim } from './max-sim.ts';
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

function naive(query: TokenVectors, document: TokenVectors): number {
  const row = ({ data, dimensions }: TokenVectors, i: number) => data.slice(i * dimensions, (i + 1) * dimensions);
  let sum = 0;
  for (let i = 0; i < query.count; i++) {
    const dots = Array.from({ length: document.count }, (_, j) =>
      row(query, i).reduce((total, x, k) => total + x * (row(document, j)[k] ?? 0), 0),
    );
    sum += Math.max(...dots);
  }
  return sum / query.count;
}

describe('MaxSim', () => {
  it('is the mean of each query token’s best match', () => {
    const query = tokens([1, 0], [0, 1]);
    expect(maxSim(query, tokens([1, 0], [0.6, 0.8]))).toBeCloseTo((1 + 0.8) / 2, 6);
  });

  it('lets a token without a match count against the passage', () => {
    expect(maxSim(tokens([1, 0]), tokens([-1, 0], [-0.6, 0.8]))).toBeCloseTo(-0.6, 6);
  });

  it('is nothing where a side has no tokens', () => {
    expect(maxSim(tokens([1, 0]), { count: 0, dimensions: 2, data: new Float32Array() })).toBeUndefined();
    expect(maxSim({ count: 0, dimensions: 2, data: new Float32Array() }, tokens([1, 0]))).toBeUndefined();
  });

  it('equals the naive loop for every number of tokens', () => {
    fc.assert(
      fc.property(anyTokens, anyTokens, (query, document) => {
        expect(maxSim(query, document)).toBeCloseTo(naive(query, document), 5);
      }),
    );
  });

  it('only grows when the passage gets another token', () => {
    fc.assert(
      fc.property(anyTokens, anyTokens, unit, (query, document, row) => {
        const longer = tokens(
          ...Array.from({ length: document.count }, (_, i) => Array.from(document.data.subarray(i * 8, i * 8 + 8))),
          row,
        );
        expect(maxSim(query, longer) ?? 0).toBeGreaterThanOrEqual((maxSim(query, document) ?? 0) - 1e-6);
      }),
    );
  });
});

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
