import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenVectors } from '../../embedder.ts';
import { ModelEntry } from '../../manifest/model-entry.ts';
import { ownModels } from '../../manifest/own-models.ts';
import type { MultiVectorEncoder } from '../../multi-vector-encoder.ts';
import { openModelStore } from '../../open-model-store.ts';
import { openMultiVectorEncoder } from './open-multi-vector-encoder.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..', '..');
// oxlint-disable-next-line node/no-process-env -- Only a test looks for the weights by itself.
const folder = process.env['ASKG_MODELS'] ?? join(root, 'data', 'models');

/** First numbers of rows by their places, for the text "Hello World"; from the tests of fastembed (Apache-2.0). */
type Rows = Record<number, number[]>;
const published: { name: string; passage: Rows; query: Rows }[] = [
  {
    name: 'colbertv2.0',
    passage: {
      0: [0.0759, 0.0841, -0.0299, 0.0374, 0.0254],
      1: [0.0005, -0.0163, -0.0127, 0.2165, 0.1517],
      2: [-0.0257, -0.0575, 0.0135, 0.2202, 0.1896],
      3: [0.0846, 0.0122, 0.0032, -0.0109, -0.1041],
      4: [0.0477, 0.1078, -0.0314, 0.016, 0.0156],
    },
    query: {
      0: [0.0824, 0.0872, -0.0324, 0.0418, 0.024],
      31: [0.1043, 0.0231, -0.0144, -0.0246, -0.067],
    },
  },
  {
    name: 'answerai-colbert-small-v1',
    passage: {
      0: [-0.07281, 0.04632, -0.04711, 0.00762, -0.07374],
      3: [0.01644, 0.0203, -0.03789, 0.03165, -0.06501],
    },
    query: {
      0: [-0.07284, 0.04657, -0.04746, 0.00786, -0.07342],
      31: [-0.03473, 0.04792, -0.07033, 0.02196, -0.05314],
    },
  },
  {
    name: 'jina-colbert-v2',
    passage: {
      0: [0.0742, 0.0591, -0.2403, -0.1774, 0.02],
      1: [0.1318, 0.0882, -0.1138, -0.2066, 0.146],
      2: [-0.0183, -0.1354, -0.0139, -0.1079, -0.051],
      3: [0.0003, -0.1184, -0.07, -0.0479, -0.0649],
      4: [0.0766, 0.0452, -0.2343, -0.183, 0.0058],
    },
    query: {
      0: [0.0477, 0.0255, -0.2224, -0.1085, -0.03],
      1: [0.0206, -0.0845, -0.0075, -0.1712, 0.0156],
      2: [-0.0056, -0.0957, -0.0147, -0.1277, -0.0225],
      3: [0.0486, -0.0499, -0.1609, 0.0194, 0.0274],
      31: [0.0204, -0.0856, -0.0386, -0.1232, -0.0332],
    },
  },
];

describe('the cards of published encoders', () => {
  test.each(published)('$name is what the manifest takes, but for the files', ({ name }) => {
    const card = JSON.parse(readFileSync(join(root, 'docs', 'models', `${name}.json`), 'utf8')) as object;
    const files = ['model.onnx', 'tokenizer.json'].map((file) => ({
      name: file,
      bytes: 1,
      sha256: '0'.repeat(64),
      sources: [],
    }));
    const entry = ModelEntry.parse({ ...card, files });
    expect([entry.name, entry.kind]).toEqual([name, 'multi-vector-encoder']);
    expect(entry.commercial).toBe(entry.licence.includes('-NC-') ? false : undefined);
  });
});

describe.each(published)('the weights of $name', ({ name, passage, query }) => {
  const isHere = ownModels(folder).some((model) => model.name === name) && existsSync(join(folder, name, 'model.onnx'));
  // The weights are no part of the checkout: `askg models add` brings them.
  const whenHere = isHere ? test : test.skip;
  let encoder: MultiVectorEncoder | undefined;
  beforeAll(async () => {
    if (isHere) encoder = await openMultiVectorEncoder(openModelStore(folder, { noncommercial: true }), name);
  }, 120_000);
  afterAll(() => encoder?.close());

  function expectRows(tokens: TokenVectors | undefined, count: number, rows: Rows): void {
    expect(tokens?.count).toBe(count);
    for (const [place, numbers] of Object.entries(rows)) {
      for (const [k, number] of numbers.entries()) {
        const given = tokens?.data[Number(place) * tokens.dimensions + k] ?? Number.NaN;
        expect(Math.abs(given - number)).toBeLessThan(2e-3);
      }
    }
  }

  whenHere('give the published vectors of a passage (skipped where ASKG_MODELS does not hold them)', async () => {
    const [tokens] = (await encoder?.encodePassages(['Hello World'])) ?? [];
    expectRows(tokens, 5, passage);
  });

  whenHere('give the published vectors of a query (skipped where ASKG_MODELS does not hold them)', async () => {
    const [tokens] = (await encoder?.encodeQuery(['Hello World'])) ?? [];
    expectRows(tokens, 32, query);
  });
});
