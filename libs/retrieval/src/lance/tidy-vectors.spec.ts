import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { connect } from '@lancedb/lancedb';
import { flatLimit } from './table-tuning.ts';
import { tidyVectors } from './tidy-vectors.ts';
import { nearest, vectorIndex } from './vector-search.ts';
import { vectorRows } from './vector-row.ts';

const rows = flatLimit + 1000;

/** Numbers that follow from a number. */
function direction(seed: number, dimensions: number): Float32Array {
  let state = Math.imul(seed + 1, 2654435761);
  return Float32Array.from({ length: dimensions }, () => {
    state = (Math.imul(state ^ (state >>> 15), 1664525) + 1013904223) | 0;
    return ((state >>> 8) & 0xffff) / 0xffff - 0.5;
  });
}

it.each([8, 12])('vectors of %d numbers get an index, which takes in what comes later', async (dimensions) => {
  const folder = mkdtempSync(join(tmpdir(), 'tidy-'));
  const connection = await connect(folder, { readConsistencyInterval: 0 });
  const of = (from: number, count: number) =>
    vectorRows(
      Array.from({ length: count }, (_, i) => ({
        passage: {
          iri: `${from + i}`,
          ordinal: 0,
          paper: '',
          graphDigest: '',
          title: '',
          kind: 'text',
          text: '',
          units: [],
        },
        vector: direction(from + i, dimensions),
      })),
      dimensions,
    );
  const table = await connection.createTable('vectors', of(0, rows));
  const now = new Date();
  await tidyVectors(table, now);
  await table.add(of(rows, 500));
  await tidyVectors(table, now);
  await tidyVectors(table, now);
  expect((await vectorIndex(table))?.rows).toBe(rows + 500);
  const [first] = await nearest(table, direction(rows + 3, dimensions), 5, undefined);
  expect(first).toMatchObject({ iri: `${rows + 3}`, score: expect.closeTo(1, 5) });
  connection.close();
  rmSync(folder, { recursive: true });
});
