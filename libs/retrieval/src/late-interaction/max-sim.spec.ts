import type { TokenVectors } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maxSim, maxSimScorer } from './max-sim.ts';
import { randomTokens } from './testing/random-tokens.ts';

const dimensions = 6;
const tokens = (...rows: number[][]): TokenVectors => ({
  count: rows.length,
  dimensions: rows[0]?.length ?? 0,
  data: Float32Array.from(rows.flat()),
});
const anyRow = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
  minLength: dimensions,
  maxLength: dimensions,
});
const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 20 });

function naive(query: TokenVectors, document: TokenVectors): number {
  const row = (of: TokenVectors, i: number) => of.data.subarray(i * of.dimensions, (i + 1) * of.dimensions);
  let sum = 0;
  for (let i = 0; i < query.count; i++) {
    let best = -Infinity;
    for (let j = 0; j < document.count; j++) {
      best = Math.max(
        best,
        row(query, i).reduce((total, x, k) => total + x * (row(document, j)[k] ?? 0), 0),
      );
    }
    sum += best;
  }
  return sum / query.count;
}

describe('MaxSim', () => {
  it('is the mean of each query token’s best match', () => {
    expect(maxSim(tokens([1, 0], [0, 1]), tokens([1, 0], [0.6, 0.8]))).toBeCloseTo((1 + 0.8) / 2, 6);
  });

  it('lets a token without a match count against the passage', () => {
    expect(maxSim(tokens([1, 0]), tokens([-1, 0], [-0.6, 0.8]))).toBeCloseTo(-0.6, 6);
  });

  it('can count such a token as nothing, as the reference does on a processor', () => {
    const score = maxSimScorer(tokens([1, 0], [0, 1]), { clampNegative: true });
    expect(score(tokens([-1, 0], [-0.6, 0.8]))).toBeCloseTo((0 + 0.8) / 2, 6);
  });

  it('is nothing where a side has no tokens, dimensions differ or a number is not finite', () => {
    const none = { count: 0, dimensions: 2, data: new Float32Array() };
    expect(maxSim(tokens([1, 0]), none)).toBeUndefined();
    expect(maxSim(none, tokens([1, 0]))).toBeUndefined();
    expect(maxSim(tokens([1, 0]), tokens([1, 0, 0]))).toBeUndefined();
    expect(maxSim(tokens([Number.NaN, 0]), tokens([1, 0]))).toBeUndefined();
  });

  it('equals the naive loop for any number of tokens, negative products among them', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (query, document) => {
        expect(maxSim(tokens(...query), tokens(...document))).toBeCloseTo(
          naive(tokens(...query), tokens(...document)),
          5,
        );
      }),
    );
  });

  it.each([
    [1, 1, 384],
    [32, 180, 128],
    [17, 5, 7],
    [3, 9000, 4],
  ])('equals the naive loop for %d query tokens, %d tokens and %d dimensions', (queryCount, count, width) => {
    const make = randomTokens(1, width);
    const [query, document] = [make(queryCount), make(count)];
    expect(maxSim(query, document)).toBeCloseTo(naive(query, document), 5);
  });

  it('does not mind the order of the tokens of either side', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (query, document) => {
        const turned = maxSim(tokens(...query.toReversed()), tokens(...document.toReversed()));
        expect(turned).toBeCloseTo(maxSim(tokens(...query), tokens(...document)) ?? 9, 6);
      }),
    );
  });

  it('does not mind tokens that the document has already', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (query, document) => {
        expect(maxSim(tokens(...query), tokens(...document, ...document))).toBe(
          maxSim(tokens(...query), tokens(...document)),
        );
      }),
    );
  });

  it('only grows when the document gets another token', () => {
    fc.assert(
      fc.property(anyRows, anyRows, anyRow, (query, document, row) => {
        const before = maxSim(tokens(...query), tokens(...document)) ?? 9;
        expect(maxSim(tokens(...query), tokens(...document, row))).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('does not mind dimensions in which all are zero', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (query, document) => {
        const wider = (rows: number[][]): TokenVectors => tokens(...rows.map((row) => [...row, 0, 0, 0]));
        expect(maxSim(wider(query), wider(document))).toBeCloseTo(
          maxSim(tokens(...query), tokens(...document)) ?? 9,
          6,
        );
      }),
    );
  });

  it('gives a document the same score whatever was scored before it', () => {
    const make = randomTokens(2, 24);
    const score = maxSimScorer(make(20));
    const documents = Array.from({ length: 6 }, (_, i) => make(3 + 7 * i));
    const scores = documents.map((document) => score(document));
    expect(new Set(scores).size).toBe(6);
    maxSim(make(40), make(300));
    expect(documents.toReversed().map((document) => score(document))).toEqual(scores.toReversed());
  });
});
