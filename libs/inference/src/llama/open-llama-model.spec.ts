import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { lastTokenEncoder } from '../last-token-encoder.ts';
import { probeLastToken } from '../openai/probe-last-token.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { GgufMetadata, LlamaModule } from './llama-engine.ts';
import { openLlamaModel } from './open-llama-model.ts';

type Habits = {
  bos?: boolean;
  eos?: boolean;
  frame?: number;
  metadata?: GgufMetadata;
  vector?: readonly number[];
  broken?: boolean;
};

/** An engine with the shape of node-llama-cpp that gives each sequence the vector [its length, its last token]. */
function engine({ bos = false, eos = false, frame = 0, metadata = {}, vector, broken = false }: Habits = {}) {
  const seen = { disposed: 0, read: [] as number[][], context: {} };
  const module: LlamaModule = {
    getLlama: async () => ({
      loadModel: async () => {
        if (broken) throw new Error('It is no GGUF.');
        return {
          tokenize: (text) => [...text].map((letter) => letter.codePointAt(0) ?? 0),
          detokenize: (tokens) => String.fromCodePoint(...tokens),
          createEmbeddingContext: async (options) => {
            seen.context = options;
            return {
              getEmbeddingFor: async (tokens) => {
                seen.read.push(tokens);
                return { vector: vector ?? [tokens.length, tokens.at(-1) ?? 0] };
              },
              calculateInputLength: (tokens) => tokens.length + frame,
            };
          },
          embeddingVectorSize: 2,
          tokens: { shouldPrependBosToken: bos, shouldAppendEosToken: eos },
          fileInfo: { metadata },
        };
      },
      dispose: async () => void seen.disposed++,
    }),
  };
  const path = join(temporaryFolder(), 'model.gguf');
  writeFileSync(path, 'weights');
  return { seen, open: () => openLlamaModel({ path, maxTokens: 600, load: async () => module }) };
}

describe('openLlamaModel', () => {
  test('gives each position the last state of the sequence up to it, read in one batch', async () => {
    const { seen, open } = engine();
    const model = await open();
    const states = await model.hiddenStates([7, 8, 9], [2, 0, 2]);
    expect(states.map((state) => [...state])).toEqual([
      [3, 9],
      [1, 7],
      [3, 9],
    ]);
    expect(seen.read).toEqual([[7, 8, 9], [7]]);
    expect(seen.context).toMatchObject({ contextSize: 601, batchSize: 601 });
    expect(model.model).toMatchObject({ name: 'model.gguf', dimensions: 2, maxTokens: 600 });
    await expect(model.hiddenStates(Array<number>(601).fill(1), [0])).rejects.toMatchObject({
      code: 'inference/too-long',
    });
    await model.close();
    await expect(model.hiddenStates([1], [0])).rejects.toMatchObject({ code: 'inference/closed' });
    expect(seen.disposed).toBe(1);
  });

  test('knows the special tokens of the file', async () => {
    const ggml = { tokens: ['a', '<|im_end|>', '<think>'], token_type: [1, 3, 4] };
    const { tokenizer } = await engine({ metadata: { tokenizer: { ggml } } }).open();
    expect([tokenizer.specials, tokenizer.tokenId('<think>')]).toEqual([['<|im_end|>', '<think>'], 2]);
    expect(() => tokenizer.tokenId('b')).toThrow(expect.objectContaining({ code: 'inference/unknown-token' }));
  });

  test.each<[string, Habits, string]>([
    ['puts a BOS before', { bos: true }, 'inference/adds-tokens'],
    ['puts an EOS behind', { eos: true }, 'inference/adds-tokens'],
    ['frames texts whatever its flags say', { frame: 1 }, 'inference/adds-tokens'],
    [
      'pools by the mean',
      { metadata: { general: { architecture: 'q' }, q: { pooling_type: 1 } } },
      'inference/wrong-pooling',
    ],
    ['cannot be loaded', { broken: true }, 'inference/damaged-model'],
  ])('refuses a file that %s, and frees the engine', async (_, habits, code) => {
    const { seen, open } = engine(habits);
    await expect(open()).rejects.toMatchObject({ code });
    expect(seen.disposed).toBe(1);
  });

  test('takes a file that pools by the last token', async () => {
    const metadata = { general: { architecture: 'q' }, q: { pooling_type: 3 } };
    await expect(engine({ metadata }).open()).resolves.toBeDefined();
  });

  test.each([[[1, 2, 3]], [[1, NaN]], [[]]])('refuses the vector %j', async (vector) => {
    const model = await engine({ vector }).open();
    await expect(model.hiddenStates([1], [0])).rejects.toMatchObject({ code: 'inference/model-failed' });
  });

  test('can be cancelled', async () => {
    const { seen, open } = engine();
    const model = await open();
    await expect(model.hiddenStates([1], [0], { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'inference/cancelled',
    });
    expect(seen.read).toEqual([]);
  });

  test('says that the engine is not installed, or is none', async () => {
    const missing = openLlamaModel({ path: 'x', load: () => Promise.reject(new Error('Cannot find package')) });
    await expect(missing).rejects.toMatchObject({
      code: 'inference/engine-missing',
      fix: expect.stringContaining('npm install'),
    });
    const other = openLlamaModel({ path: 'x', load: async () => ({}) });
    await expect(other).rejects.toMatchObject({ code: 'inference/engine-missing' });
    const { open } = engine();
    await open();
    const gone = openLlamaModel({ path: '/no/such.gguf', load: async () => ({ getLlama: () => undefined }) });
    await expect(gone).rejects.toMatchObject({ code: 'inference/model-not-here' });
  });
});

// oxlint-disable-next-line node/no-process-env -- Only a test looks for the engine and weights by itself.
const { ASKG_TEST_LLAMA: folder = '', ASKG_TEST_GGUF: gguf = '' } = process.env;
const isHere = existsSync(join(folder, 'dist/index.js')) && existsSync(gguf);
const missing =
  ' (need ASKG_TEST_LLAMA, the folder of node-llama-cpp, and ASKG_TEST_GGUF, a decoder without BOS and EOS)';

(isHere ? describe : describe.skip)(`the installed engine${isHere ? '' : missing}`, () => {
  test('gives plain last-token states, also of prompts beyond 512 tokens', async () => {
    const load = () => import(pathToFileURL(join(folder, 'dist/index.js')).href);
    const model = await openLlamaModel({ path: gguf, maxTokens: 700, cores: 2, load });
    try {
      const { tokenizer } = model;
      expect(tokenizer.encode('<|im_end|>')).toEqual([tokenizer.tokenId('<|im_end|>')]);
      const encoder = lastTokenEncoder(model);
      expect(await probeLastToken(encoder)).toEqual({ unitLength: false });
    } finally {
      await model.close();
    }
  }, 600_000);
});
