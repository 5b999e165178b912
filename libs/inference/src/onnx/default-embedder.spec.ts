import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder } from '../embedder.ts';
import { ModelStore } from '../fetch/model-store.ts';
import { defaultEmbedder } from '../manifest/manifest.ts';
import { openEmbedder } from './open-embedder.ts';

// oxlint-disable-next-line node/no-process-env -- Only a test looks for the weights by itself.
const folder = process.env['ASKG_MODELS'] ?? join(import.meta.dirname, '../../../../data/models');
const store = new ModelStore(folder);
const isHere = existsSync(store.path(defaultEmbedder, 'model.onnx'));

const passages = [
  'The model reaches an F1 of 92.3 on CoNLL-2003.',
  'Bananas are rich in potassium.',
  'We collected 1,200 interviews in rural hospitals.',
  'Entity linking maps mentions to a knowledge base.',
];

function dot(one: Float32Array | undefined, other: Float32Array | undefined): number {
  return (one ?? new Float32Array()).reduce((sum, value, index) => sum + value * (other?.[index] ?? Number.NaN), 0);
}

// The weights are no part of the checkout: `askg models fetch` brings them.
(isHere ? describe : describe.skip)('the default embedder', () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await openEmbedder(store);
  });
  afterAll(() => embedder.close());

  test('finds questions as near to passages as the reference implementation does', async () => {
    const [query] = await embedder.embed('query', ['How well does the named entity recogniser perform?']);
    const vectors = await embedder.embed('passage', passages);
    // By onnxruntime and tokenizers of Python. Processors differ in how they add up int8 numbers.
    const reference = [0.3341, 0.3559, 0.3482, 0.6742];
    for (const [index, vector] of vectors.entries()) {
      expect(Math.abs(dot(query, vector) - (reference[index] ?? Number.NaN))).toBeLessThan(0.02);
      expect(vector).toHaveLength(embedder.model.dimensions);
      expect(Math.abs(dot(vector, vector) - 1)).toBeLessThan(1e-5);
    }
  });

  test.each([
    ['Which F1 score does the model have?', 0],
    ['What do bananas contain?', 1],
    ['Who was interviewed?', 2],
    ['What does linking entities mean?', 3],
  ])('finds the passage that answers "%s"', async (question, expected) => {
    const [query] = await embedder.embed('query', [question]);
    const scores = (await embedder.embed('passage', passages)).map((vector) => dot(query, vector));
    expect(scores.indexOf(Math.max(...scores))).toBe(expected);
  });

  test('weighs the tokens of a question by how rare they are, and those of a passage not at all', async () => {
    const [question] = await embedder.embedTokens('query', ['the protein.']);
    const [frame = -1, the = 0, protein = 0, stop = -1, end = -1] = question?.tokens.weights ?? [];
    expect([frame, stop, end]).toEqual([0, 0, 0]);
    expect(protein).toBeGreaterThan(50 * the);
    const [passage] = await embedder.embedTokens('passage', ['the protein.']);
    expect(passage?.tokens.weights).toBeUndefined();
  });

  test('gives a text the very same vector alone and among others', async () => {
    const together = await embedder.embed('passage', passages);
    const [alone] = await embedder.embed('passage', [passages[2] as string]);
    expect(alone).toEqual(together[2]);
  });

  test('reads the beginning of a text that is too long', async () => {
    const [long] = await embedder.embedTokens('passage', ['entity linking '.repeat(5_000)]);
    expect(long?.tokens.count).toBe(embedder.model.maxTokens);
  });
});
