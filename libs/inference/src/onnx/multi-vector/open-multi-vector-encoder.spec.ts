import { afterEach, describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import type { TokenVectors } from '../../embedder.ts';
import type { MultiVectorEncoder } from '../../multi-vector-encoder.ts';
import { ModelStore } from '../../fetch/model-store.ts';
import type { MultiVectorEntry } from '../../manifest/model-entry.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { type Family, colbertEntry, colbertExpected, colbertStore, floatsOf } from '../../testing/tiny-colbert.ts';
import { storeWith, tinyEmbedder } from '../../testing/tiny-models.ts';
import { type MultiVectorOptions, openMultiVectorEncoder } from './open-multi-vector-encoder.ts';

const opened: MultiVectorEncoder[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((encoder) => encoder.close()));
});

async function open(
  family: Family | 'blind',
  options: MultiVectorOptions = {},
  changes: Partial<MultiVectorEntry> = {},
): Promise<MultiVectorEncoder> {
  const model = colbertEntry(family, changes);
  const encoder = await openMultiVectorEncoder(colbertStore(temporaryFolder(), [model]), model.name, options);
  opened.push(encoder);
  return encoder;
}

/** Greatest difference of any number; not a number where there are more on one side. */
function difference(given: Float32Array | undefined, wanted: Float32Array): number {
  if (given?.length !== wanted.length) return Number.NaN;
  return wanted.reduce((most, value, i) => Math.max(most, Math.abs(value - (given[i] ?? Number.NaN))), 0);
}

const textsOf = (encoded: readonly { text: string }[]): string[] => encoded.map(({ text }) => text);
const row = ({ data, dimensions }: TokenVectors, i: number): Float32Array =>
  data.slice(i * dimensions, (i + 1) * dimensions);
const norm = (vector: Float32Array): number => Math.hypot(...vector);

function sumOfBest(query: TokenVectors, passage: TokenVectors): number {
  let sum = 0;
  for (let i = 0; i < query.count; i++) {
    let best = -Infinity;
    for (let j = 0; j < passage.count; j++) {
      const other = row(passage, j);
      best = Math.max(
        best,
        row(query, i).reduce((total, x, k) => total + x * (other[k] ?? 0), 0),
      );
    }
    sum += best;
  }
  return sum;
}

describe.each<[Family, number[]]>([
  ['bert', [16]],
  ['rotary', [128, 96, 64]],
])('the tiny %s', (family, lengths) => {
  const { queries, passages, heads } = colbertExpected[family];

  test.each(lengths)(
    'gives the rows and scores that torch computed in padded batches, of %d numbers',
    async (length) => {
      const encoder = await open(family, { dimensions: length });
      const expected = heads.find(({ dimensions }) => dimensions === length);
      const given = await encoder.encodeQuery(textsOf(queries));
      const found = await encoder.encodePassages(textsOf(passages));
      for (const [i, base64] of (expected?.queries ?? []).entries()) {
        expect(difference(given[i]?.data, floatsOf(base64))).toBeLessThan(1e-5);
      }
      for (const [i, base64] of (expected?.passages ?? []).entries()) {
        expect(difference(found[i]?.data, floatsOf(base64))).toBeLessThan(1e-5);
      }
      for (const [i, query] of given.entries()) {
        expect(query).toMatchObject({ count: 32, dimensions: length });
        for (const [j, passage] of found.entries()) {
          expect(Math.abs(sumOfBest(query, passage) - (expected?.scores[i]?.[j] ?? Number.NaN))).toBeLessThan(1e-4);
        }
      }
    },
  );

  test('gives a text the very same rows alone, among others and on other threads', async () => {
    const texts = [...textsOf(passages), ...textsOf(passages)];
    const together = await (await open(family)).encodePassages(texts.toReversed());
    const other = await open(family, { threads: 2 });
    for (const [i, text] of textsOf(passages).entries()) {
      expect(await other.encodePassages([text])).toEqual([together.toReversed()[i]]);
    }
  });

  test('gives rows of unit length, leaves out those of signs and says what was cut', async () => {
    const encoder = await open(family);
    const [empty, signs, plain, long] = await encoder.encodePassages(['', '...', 'the cat', 'the cat '.repeat(90)]);
    for (let i = 0; i < (plain?.count ?? 0); i++) expect(norm(row(plain as TokenVectors, i))).toBeCloseTo(1, 6);
    expect(empty?.count).toBe(3);
    expect(signs?.count).toBe(family === 'bert' ? 3 : 6);
    expect([plain?.count, plain?.truncated]).toEqual([5, false]);
    expect([long?.count, long?.truncated]).toEqual([24, true]);
  });

  test('minds the order of the words', async () => {
    const encoder = await open(family);
    const [there, back] = await encoder.encodePassages(['the cat of the dog', 'dog the of cat the']);
    expect(difference(there?.data, back?.data ?? new Float32Array())).toBeGreaterThan(0.01);
  });
});

describe('an encoder of many vectors a text', () => {
  test('gives the tokens of a query the same rows however far it is filled up, where the filling is not attended to', async () => {
    const { query } = colbertEntry('bert');
    const [short] = await (await open('bert', {}, { query: { ...query, tokens: 10 } })).encodeQuery(['the cat sat']);
    const [long] = await (await open('bert')).encodeQuery(['the cat sat']);
    expect(short?.count).toBe(10);
    expect(difference(short?.data, (long as TokenVectors).data.slice(0, 10 * 16))).toBeLessThan(1e-5);
    const [attended] = await (
      await open('bert', {}, { query: { ...query, attendFill: true } })
    ).encodeQuery(['the cat sat']);
    expect(difference(attended?.data, (long as TokenVectors).data)).toBeGreaterThan(0.01);
  });

  test('has heads of their own: a shorter vector is not the beginning of a longer one', async () => {
    const [whole] = await (await open('rotary')).encodePassages(['the cat']);
    const [short] = await (await open('rotary', { dimensions: 64 })).encodePassages(['the cat']);
    const cut = row(whole as TokenVectors, 0).slice(0, 64);
    const shortened = cut.map((x) => x / norm(cut));
    expect(difference(row(short as TokenVectors, 0), shortened)).toBeGreaterThan(0.05);
  });

  test('gives the same rows by a head in the graph and by one beside it', async () => {
    const beside = [{ dimensions: 16, output: 'last_hidden_state', file: 'head.safetensors' }];
    const texts = textsOf(colbertExpected.bert.passages);
    const inside = await (await open('bert')).encodePassages(texts);
    const outside = await (await open('bert', {}, { heads: beside })).encodePassages(texts);
    for (const [i, { data }] of inside.entries()) expect(difference(outside[i]?.data, data)).toBeLessThan(1e-5);
  });

  test('has another identity with whatever changes its vectors', async () => {
    const { query, passage, heads } = colbertEntry('rotary');
    const changes: Partial<MultiVectorEntry>[] = [
      {},
      { maxTokens: 20 },
      { query: { ...query, attendFill: false } },
      { query: { ...query, tokens: 16 } },
      { passage: { ...passage, skip: 'whole-token' } },
      { heads: heads.toReversed() },
    ];
    const models = await Promise.all(changes.map(async (change) => (await open('rotary', {}, change)).model));
    expect(new Set(models.map(({ digest }) => digest)).size).toBe(changes.length);
    expect((await open('rotary')).model).toEqual(models[0]);
    expect(models[0]).toMatchObject({ dimensions: 128, maxTokens: 24, licence: 'CC-BY-NC-4.0', commercial: false });
    expect((await open('rotary', { dimensions: 64 })).model).toMatchObject({ ...models[5] });
  });

  test('ends a call that is cancelled or late', async () => {
    const encoder = await open('bert');
    const many = Array.from({ length: 1000 }, () => 'the cat sat');
    const late = encoder.encodePassages(many, { deadlineMs: 0 });
    await expect(late).rejects.toMatchObject({ code: 'inference/deadline' });
    const signal = AbortSignal.abort();
    await expect(encoder.encodePassages(many, { signal })).rejects.toMatchObject({ code: 'inference/cancelled' });
    expect(await encoder.encodePassages([])).toEqual([]);
  });
});

describe('an encoder that is not sound', () => {
  test('is refused when its positions were lost in the export', async () => {
    await expect(open('blind')).rejects.toMatchObject({
      code: 'inference/damaged-model',
      message: expect.stringContaining('whatever the order of the words'),
    });
  });

  test('is refused when a file beside the graph is another', async () => {
    const model = colbertEntry('rotary');
    const store = colbertStore(temporaryFolder(), [model]);
    const path = store.path(model.name, 'model.onnx_data');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(1, 100, 200));
    await expect(openMultiVectorEncoder(store, model.name)).rejects.toMatchObject({
      code: 'inference/damaged-model',
      message: expect.stringContaining('is not the file the manifest names'),
    });
  });

  test.each<[string, Family, Partial<MultiVectorEntry>, string]>([
    ['lacks the output', 'rotary', { heads: [{ dimensions: 128, output: 'none' }] }, 'no output none'],
    ['gives rows of another length', 'bert', { heads: [{ dimensions: 128, output: 'vectors' }] }, '× 16 numbers'],
    [
      'has another head beside it',
      'bert',
      { heads: [{ dimensions: 8, output: 'last_hidden_state', file: 'head.safetensors' }] },
      'not 8 rows',
    ],
    ['has a file that is no head', 'bert', { heads: [{ dimensions: 8, file: 'tokenizer.json' }] }, 'none of its files'],
    ['has no such marker', 'bert', { query: { ...colbertEntry('bert').query, marker: '[Q]' } }, 'no token [Q]'],
  ])('is refused when it %s', async (_, family, changes, detail) => {
    await expect(open(family, {}, changes)).rejects.toThrow(detail);
  });

  test('is refused when its licence forbids what the operator has not ruled out', async () => {
    const model = colbertEntry('rotary');
    const { folder } = colbertStore(temporaryFolder(), [model]);
    await expect(openMultiVectorEncoder(new ModelStore(folder, { models: [model] }), model.name)).rejects.toMatchObject(
      {
        code: 'inference/noncommercial',
      },
    );
  });

  test('is refused when it is of another kind', async () => {
    const store = storeWith(temporaryFolder(), [tinyEmbedder()]);
    await expect(openMultiVectorEncoder(store, 'tiny')).rejects.toMatchObject({ code: 'inference/wrong-kind' });
  });

  test('is refused where no head has the length asked for', async () => {
    await expect(open('rotary', { dimensions: 100 })).rejects.toMatchObject({
      code: 'inference/wrong-kind',
      message: expect.stringContaining('128, 96, 64 numbers, not 100'),
    });
  });
});
