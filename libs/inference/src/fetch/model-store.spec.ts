import { afterEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { FileSource, ModelEntry } from '../manifest/model-entry.ts';
import { closedAddress, type LocalServer, startLocalServer } from '../testing/local-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { fileEntry, tinyEmbedder, tinyFile } from '../testing/tiny-models.ts';
import type { FetchProgress } from './model-fetch.ts';
import { ModelStore, type ModelStoreOptions } from './model-store.ts';

const servers: LocalServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A hub of the tiny models; `answers` replaces what it says to some paths. */
async function startHub(answers: Record<string, (response: ServerResponse) => void> = {}): Promise<string> {
  const files: Record<string, string> = { '/model.onnx': 'encoder.onnx', '/tokenizer.json': 'tokenizer.json' };
  const server = await startLocalServer(({ url = '' }, response) => {
    const answer = answers[url];
    const file = files[url];
    if (answer !== undefined) answer(response);
    else if (file === undefined) response.writeHead(404).end();
    else response.end(readFileSync(tinyFile(file)));
  });
  servers.push(server);
  return server.url;
}

function modelFrom(...hubs: string[]): ModelEntry {
  const sources = (name: string): FileSource[] => hubs.map((hub) => ({ from: 'url', url: `${hub}/${name}` }));
  return tinyEmbedder({
    files: [
      fileEntry('model.onnx', tinyFile('encoder.onnx'), sources('model.onnx')),
      fileEntry('tokenizer.json', tinyFile('tokenizer.json'), sources('tokenizer.json')),
    ],
  });
}

/** Patient enough for a server of this process to answer while others load the machine. */
const patient = { connectTimeoutMs: 10_000, stallTimeoutMs: 10_000 };
const impatient = { connectTimeoutMs: 300, stallTimeoutMs: 300 };

function storeOf(model: ModelEntry, options: ModelStoreOptions = {}): ModelStore {
  return new ModelStore(temporaryFolder(), { models: [model], ...patient, ...options });
}

/** All files below a folder, so that a test sees what a fetch left. */
function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted() : [];
}

const whole = ['tiny', 'tiny/model.onnx', 'tiny/tokenizer.json'];

describe('ModelStore', () => {
  test('fetches a model from its hub and tells how far it is', async () => {
    const store = storeOf(modelFrom(await startHub()));
    expect(await store.list()).toMatchObject([{ name: 'tiny', state: 'absent', bytes: expect.any(Number) }]);
    const steps: FetchProgress[] = [];
    expect(await store.fetch('tiny', { progress: (step) => steps.push(step) })).toMatchObject({ state: 'here' });
    expect(filesIn(store.folder)).toEqual(whole);
    expect(await store.has('tiny')).toBe(true);
    expect(await store.verify('tiny')).toEqual([]);
    expect(steps.at(0)).toMatchObject({ file: 'model.onnx', bytes: 0 });
    const last = steps.at(-1);
    expect(last).toMatchObject({ file: 'tokenizer.json', bytes: last?.total });
  });

  test('goes on to the next source when one refuses or cannot be reached', async () => {
    const refusing = await startHub({ '/model.onnx': (response) => response.writeHead(403).end() });
    const store = storeOf(modelFrom(await closedAddress(), refusing, await startHub()));
    expect(await store.fetch('tiny')).toMatchObject({ state: 'here' });
  });

  test('says what each source said when none gives the file', async () => {
    const closed = await closedAddress();
    const hub = await startHub({ '/model.onnx': (response) => response.writeHead(503).end() });
    const store = storeOf(modelFrom(closed, hub));
    await expect(store.fetch('tiny')).rejects.toMatchObject({
      code: 'inference/fetch-failed',
      message: expect.stringMatching(/model\.onnx cannot be reached \(.*ECONNREFUSED.*\); .*answered 503/),
    });
    expect(filesIn(store.folder)).toEqual([]);
  });

  test('refuses a file of another content and keeps nothing of it', async () => {
    const other = readFileSync(tinyFile('encoder.onnx')).fill(7);
    const store = storeOf(modelFrom(await startHub({ '/model.onnx': (response) => response.end(other) })));
    await expect(store.fetch('tiny')).rejects.toMatchObject({ code: 'inference/digest-mismatch' });
    expect(filesIn(store.folder)).toEqual([]);
  });

  test('stops a server that sends more or less than the file', async () => {
    const content = readFileSync(tinyFile('encoder.onnx'));
    const more = await startHub({ '/model.onnx': (response) => response.end(Buffer.concat([content, content])) });
    await expect(storeOf(modelFrom(more)).fetch('tiny')).rejects.toMatchObject({
      message: expect.stringContaining('sends more than'),
    });
    const less = await startHub({ '/model.onnx': (response) => response.end(content.subarray(1)) });
    await expect(storeOf(modelFrom(less)).fetch('tiny')).rejects.toMatchObject({
      message: expect.stringContaining(`sent ${content.length - 1} of`),
    });
  });

  test('gives up on a server that stays silent, at first or in the middle', async () => {
    const mute = await startHub({ '/model.onnx': () => undefined });
    const stalling = await startHub({ '/model.onnx': (response) => void response.write('half') });
    for (const hub of [mute, stalling]) {
      const store = storeOf(modelFrom(hub), impatient);
      await expect(store.fetch('tiny')).rejects.toMatchObject({
        code: 'inference/fetch-failed',
        message: expect.stringContaining('was silent for 0.3 s'),
      });
      expect(filesIn(store.folder)).toEqual([]);
    }
  });

  test('ends at once when it is cancelled and leaves nothing', async () => {
    const controller = new AbortController();
    const store = storeOf(modelFrom(await startHub({ '/model.onnx': () => controller.abort() })));
    await expect(store.fetch('tiny', { signal: controller.signal })).rejects.toMatchObject({
      code: 'inference/cancelled',
    });
    expect(filesIn(store.folder)).toEqual([]);
  });

  test('fetches nothing while offline, but is content with what is here', async () => {
    const store = storeOf(modelFrom(await startHub()));
    await expect(store.fetch('tiny', { offline: true })).rejects.toMatchObject({
      code: 'inference/offline',
      message: expect.stringContaining('model.onnx, tokenizer.json'),
    });
    await store.fetch('tiny');
    expect(await store.fetch('tiny', { offline: true })).toMatchObject({ state: 'here' });
  });

  test('finds a damaged file, and mends that one alone', async () => {
    const asked: string[] = [];
    const server = await startLocalServer(({ url = '' }, response) => {
      asked.push(url);
      response.end(readFileSync(tinyFile(url === '/model.onnx' ? 'encoder.onnx' : 'tokenizer.json')));
    });
    servers.push(server);
    const store = storeOf(modelFrom(server.url));
    await store.fetch('tiny');
    writeFileSync(store.path('tiny', 'model.onnx'), readFileSync(tinyFile('encoder.onnx')).fill(1));
    expect(await store.verify('tiny')).toEqual([{ file: 'model.onnx', fault: 'wrong-digest' }]);
    writeFileSync(store.path('tiny', 'model.onnx'), 'cut');
    expect(await store.has('tiny')).toBe(false);
    expect(await store.list()).toMatchObject([{ state: 'partial' }]);
    await store.fetch('tiny');
    expect(await store.verify('tiny')).toEqual([]);
    expect(asked).toEqual(['/model.onnx', '/tokenizer.json', '/model.onnx']);
  });

  test('lets two fetch the same model into the same folder at once', async () => {
    const model = modelFrom(await startHub());
    const folder = temporaryFolder();
    const stores = [new ModelStore(folder, { models: [model] }), new ModelStore(folder, { models: [model] })];
    expect(await Promise.all(stores.map((store) => store.fetch('tiny')))).toMatchObject([
      { state: 'here' },
      { state: 'here' },
    ]);
    expect(filesIn(folder)).toEqual(whole);
  });

  test('removes what a killed fetch left, but not what one under way uses', async () => {
    const store = storeOf(modelFrom(await startHub()));
    const [old, young] = ['.fetch-old', '.fetch-young'].map((name) => join(store.folder, name)) as [string, string];
    mkdirSync(old);
    mkdirSync(young);
    utimesSync(old, 0, 0);
    await store.fetch('tiny');
    expect(filesIn(store.folder)).toEqual(['.fetch-young', ...whole]);
  });

  test('says so when the folder cannot be written to', async () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    const store = new ModelStore(join(file, 'models'), { models: [modelFrom(await startHub())] });
    await expect(store.fetch('tiny')).rejects.toMatchObject({ code: 'inference/folder-not-writable' });
  });

  test('does not know a model that the manifest does not name', async () => {
    await expect(new ModelStore(temporaryFolder()).fetch('no-such')).rejects.toMatchObject({
      code: 'inference/unknown-model',
      message: expect.stringContaining('bge-small-en-v1.5-int8'),
    });
  });
});
