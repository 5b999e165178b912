import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { InferenceError } from '../inference-error.ts';
import { openModelStore } from '../open-model-store.ts';
import { openPairScorer } from '../onnx/open-pair-scorer.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { tinyFile, tinyScorer } from '../testing/tiny-models.ts';
import { addModel } from './add-model.ts';
import { defaultEmbedder } from './manifest.ts';
import { ownModels } from './own-models.ts';

const mine = { ...tinyScorer(), name: 'mine' };

function folderWith(content: unknown): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'manifest.json'), typeof content === 'string' ? content : JSON.stringify(content));
  return folder;
}

function refusal(content: unknown): string {
  try {
    ownModels(folderWith(content));
  } catch (error) {
    expect((error as InferenceError).code).toBe('inference/bad-manifest');
    return (error as Error).message;
  }
  throw new Error('It was taken.');
}

describe("an operator's own models", () => {
  it('are known beside those of askg', async () => {
    expect(ownModels(temporaryFolder())).toEqual([]);
    const store = openModelStore(folderWith({ models: [mine] }));
    const names = (await store.list()).map(({ name }) => name);
    expect(names).toContain(defaultEmbedder);
    expect(names.at(-1)).toBe('mine');
    expect(store.entry('mine')).toEqual(mine);
  });

  it('are refused where the description is at fault, and the fault is named', () => {
    expect(refusal('{')).toMatch(/manifest\.json: it is no JSON/);
    expect(refusal([])).toMatch(/the whole: /);
    expect(refusal({ models: [{ ...mine, licence: 7 }] })).toMatch(/mine\.licence: /);
    expect(refusal({ models: [{ ...mine, kind: 'oracle' }] })).toMatch(/mine\.kind: /);
    expect(refusal({ models: [{ ...mine, colour: 'red' }] })).toMatch(/mine: .*colour/);
    expect(refusal({ models: [{ ...mine, files: [{ ...mine.files[0], sha256: 'x' }] }] })).toMatch(
      /mine\.files\.0\.sha256: /,
    );
  });

  it('may not take the name of another', () => {
    expect(refusal({ models: [{ ...mine, name: defaultEmbedder }] })).toMatch(/name .* is taken/);
    expect(refusal({ models: [mine, mine] })).toMatch(/mine is taken/);
  });

  it('are fetched from nowhere when they have no source', async () => {
    const files = mine.files.map((file) => ({ ...file, sources: [] }));
    const store = openModelStore(folderWith({ models: [{ ...mine, files }] }));
    await expect(store.fetch('mine')).rejects.toMatchObject({
      code: 'inference/fetch-failed',
      message: expect.stringMatching(/mine\/model\.onnx has no source/),
    });
  });
});

describe('a model that is added', () => {
  function converted(card: object): string {
    const folder = join(temporaryFolder(), 'converted');
    mkdirSync(folder);
    copyFileSync(tinyFile('scorer.onnx'), join(folder, 'model.onnx'));
    copyFileSync(tinyFile('tokenizer.json'), join(folder, 'tokenizer.json'));
    writeFileSync(join(folder, 'askg-model.json'), JSON.stringify(card));
    return folder;
  }
  const card = { name: 'mine', kind: 'pair-scorer', origin: 'me', licence: 'Apache-2.0', maxTokens: 32 };

  it('has the digests of its files, is whole, and runs', async () => {
    const models = temporaryFolder();
    const entry = await addModel(models, converted(card));
    expect(entry.files.map(({ name, sha256 }) => [name, sha256])).toEqual(
      mine.files.map(({ name, sha256 }) => [name, sha256]),
    );
    const store = openModelStore(models);
    expect(await store.verify('mine')).toEqual([]);
    const scorer = await openPairScorer(store, 'mine');
    expect((await scorer.score('cat', ['dog'])).length).toBe(1);
    await scorer.close();
  });

  it('takes the place of the one of its name, and leaves others', async () => {
    const models = temporaryFolder();
    await addModel(models, converted({ ...card, name: 'other' }));
    await addModel(models, converted(card));
    await addModel(models, converted({ ...card, licence: 'MIT' }));
    expect(ownModels(models).map(({ name, licence }) => [name, licence])).toEqual([
      ['other', 'Apache-2.0'],
      ['mine', 'MIT'],
    ]);
  });

  it('is refused with the fault of its description', async () => {
    const models = temporaryFolder();
    const message = (text: RegExp) => ({ code: 'inference/bad-manifest', message: expect.stringMatching(text) });
    await expect(addModel(models, temporaryFolder())).rejects.toMatchObject(message(/askg-model\.json/));
    await expect(addModel(models, converted({ ...card, maxTokens: 'many' }))).rejects.toMatchObject(
      message(/maxTokens/),
    );
    await expect(addModel(models, converted({ ...card, name: defaultEmbedder }))).rejects.toMatchObject(
      message(/one of askg's own/),
    );
  });
});

describe('a model whose licence forbids commercial use', () => {
  const closed = { ...mine, licence: 'CC-BY-NC-4.0', commercial: false as const };

  it('is neither fetched nor opened unless the operator asks for it', async () => {
    const folder = folderWith({ models: [closed] });
    mkdirSync(join(folder, 'mine'));
    copyFileSync(tinyFile('scorer.onnx'), join(folder, 'mine', 'model.onnx'));
    copyFileSync(tinyFile('tokenizer.json'), join(folder, 'mine', 'tokenizer.json'));
    const refused = { code: 'inference/noncommercial', message: expect.stringMatching(/CC-BY-NC-4\.0/) };
    const store = openModelStore(folder);
    await expect(openPairScorer(store, 'mine')).rejects.toMatchObject(refused);
    await expect(store.fetch('mine')).rejects.toMatchObject(refused);
    expect((await store.list()).find(({ name }) => name === 'mine')?.commercial).toBe(false);
    const scorer = await openPairScorer(openModelStore(folder, { noncommercial: true }), 'mine');
    expect(scorer.model).toMatchObject({ licence: 'CC-BY-NC-4.0', commercial: false });
    await scorer.close();
  });
});
