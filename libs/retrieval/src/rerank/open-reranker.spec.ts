import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addModel, type ModelKind, openModelStore } from '@askg/inference';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PassageIndex } from '../passage-index.ts';
import { FakeEmbedder } from '../testing/fake-embedder.ts';
import { useLibraries } from '../testing/test-library.ts';
import { addTinyRerankers } from '../testing/tiny-rerankers.ts';
import { Retriever } from '../retrieve/retriever.ts';
import { isRerankerKind, openReranker, type RerankerParts } from './open-reranker.ts';

// Threads are started for each model.
jest.setTimeout(60_000);
const newLibrary = useLibraries();
const now = (): number => performance.now();
const folder = mkdtempSync(join(tmpdir(), 'askg-rerankers-'));
const models = openModelStore(join(folder, 'models'));
let cards: Awaited<ReturnType<typeof addTinyRerankers>> = [];
beforeAll(async () => {
  cards = await addTinyRerankers(join(folder, 'models'), join(folder, 'converted'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const settings = (name: string) => ({ name, offline: true, deadlineMs: 60_000 });
const parts = (index: PassageIndex, noncommercial = true): RerankerParts => ({
  models: openModelStore(join(folder, 'models'), { noncommercial }),
  index,
  now,
});

async function library(): Promise<PassageIndex> {
  const papers = newLibrary();
  await papers.add('10.1/a', ['A tree with leaves.']);
  await papers.add('10.1/b', ['A car on the road to the tree.']);
  await (await papers.indexer()).catchUp();
  return papers.reader();
}

const kinds: [string, ModelKind][] = [
  ['tiny-cross-encoder', 'pair-scorer'],
  ['tiny-monot5', 'sequence-to-sequence-scorer'],
  ['tiny-e2rank', 'causal-model'],
  ['tiny-jina-states', 'causal-model'],
  ['tiny-jina', 'listwise-scorer'],
  ['tiny-bert', 'multi-vector-encoder'],
  ['tiny-rotary', 'multi-vector-encoder'],
];

describe('a reranker of the models folder', () => {
  it.each(kinds)('%s, a %s, orders what the search found, and the answer names it', async (name, kind) => {
    expect(cards.find((card) => card.name === name)?.kind).toBe(kind);
    expect(isRerankerKind(kind)).toBe(true);
    const index = await library();
    const reranker = await openReranker(settings(name), parts(index));
    try {
      const {
        passages,
        degraded,
        models: used,
      } = await new Retriever({ index, rerankers: [reranker] }).retrieve('a tree with leaves', { limit: 3 });
      expect(degraded.filter(({ step }) => step === 'rerank')).toEqual([]);
      expect(passages).toHaveLength(2);
      for (const { methods } of passages) expect(methods.at(-1)?.name).toBe(reranker.name);
      const { commercial } = cards.find((card) => card.name === name) ?? {};
      expect(used).toEqual([
        {
          role: 'reranker',
          name,
          digest: expect.stringMatching(/^[0-9a-f]{64}$/),
          licence: commercial === false ? 'CC-BY-NC-4.0' : 'Apache-2.0',
          ...(commercial === false ? { commercial } : {}),
        },
      ]);
    } finally {
      await reranker.close?.();
    }
  });

  it.each(['tiny-jina', 'tiny-jina-states', 'tiny-rotary'])(
    '%s is refused unless the use earns no money',
    async (name) => {
      await expect(openReranker(settings(name), parts(await library(), false))).rejects.toMatchObject({
        code: 'inference/noncommercial',
        fix: expect.stringMatching(/ASKG_NONCOMMERCIAL=1/),
      });
    },
  );

  it('is refused when it is none, is not known or is not here', async () => {
    const index = await library();
    const refusal = (name: string, code: string) =>
      expect(openReranker(settings(name), { models, index, now })).rejects.toMatchObject({ code });
    await refusal('bge-small-en-v1.5-int8', 'inference/wrong-kind');
    await refusal('ms-marco-minilm-l6-v2-int8', 'inference/model-not-here');
    await refusal('nobody', 'inference/unknown-model');
    await refusal('vector-feedback', 'inference/model-not-here');
    const server = { baseUrl: 'http://gpu.example.org/v1', model: 'm' };
    const remote = { kind: 'rerank', server, dimensions: 0, projector: '' } as const;
    await expect(openReranker({ ...settings('m'), remote }, { models, index, now })).rejects.toMatchObject({
      code: 'inference/offline',
    });
  });

  it('in a GGUF file needs its engine, and the file that the manifest names', async () => {
    const from = join(folder, 'gguf');
    mkdirSync(from);
    writeFileSync(join(from, 'model.gguf'), 'no weights');
    const card = { name: 'in-gguf', kind: 'causal-model', origin: 'x', licence: 'MIT', dimensions: 8, maxTokens: 64 };
    writeFileSync(join(from, 'askg-model.json'), JSON.stringify(card));
    await addModel(join(folder, 'models'), from);
    const opening = openReranker(settings('in-gguf'), parts(await library()));
    // Without the optional engine it is missing; with it, this is no model.
    await expect(opening).rejects.toMatchObject({
      code: expect.stringMatching(/^inference\/(?:engine-missing|damaged-model)$/),
    });
  });

  it('may be feedback by the vectors of the embedder, which is called what it is', async () => {
    const index = await library();
    const embedder = new FakeEmbedder();
    const reranker = await openReranker(settings('vector-feedback'), { models, index, now, embedder });
    expect(reranker.name).toMatch(/^vector PRF, not E2Rank/);
  });
});
