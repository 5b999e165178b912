import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { ModelStore } from '../../fetch/model-store.ts';
import type { SequenceScorerEntry } from '../../manifest/model-entry.ts';
import type { SequenceScorer } from '../../sequence-scorer.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { storeWith, tinyFile, tinyScorer } from '../../testing/tiny-models.ts';
import {
  type Layout,
  layouts,
  monoT5Expected,
  monoT5Text,
  storeWithMonoT5,
  tinyMonoT5,
  tinyMonoT5File,
} from '../../testing/tiny-monot5.ts';
import { openSequenceScorer, type SequenceOptions } from './open-sequence-scorer.ts';
import { SequenceSession } from './sequence-session.ts';

const { pairs } = monoT5Expected;

async function withScorer<T>(
  model: SequenceScorerEntry,
  work: (scorer: SequenceScorer) => Promise<T>,
  options: Partial<SequenceOptions> = {},
): Promise<T> {
  const store = storeWithMonoT5(temporaryFolder(), model);
  const scorer = await openSequenceScorer(store, model.name, { template: monoT5Text, ...options });
  try {
    return await work(scorer);
  } finally {
    await scorer.close();
  }
}

const eachLayout = Object.keys(layouts) as Layout[];
const refusal = (model: SequenceScorerEntry) => expect(withScorer(model, async () => {})).rejects;

describe.each(eachLayout)('a sequence-to-sequence scorer as %s', (layout) => {
  test('gives the difference of the two logits that torch computes', async () => {
    await withScorer(
      tinyMonoT5(layout),
      async (scorer) => {
        for (const { query, document, relevant, other } of pairs) {
          const [judgement] = await scorer.judge(query, [document]);
          expect(Math.abs((judgement?.score ?? NaN) - (relevant - other))).toBeLessThan(1e-4);
        }
      },
      { cut: 'tail' },
    );
  });

  test('scores documents one by one as all together, in their order', async () => {
    await withScorer(tinyMonoT5(layout), async (scorer) => {
      const documents = pairs.slice(0, 5).map(({ document }) => document);
      const query = pairs[0]?.query ?? '';
      const together = [...(await scorer.score(query, documents))];
      const turned = [...(await scorer.score(query, documents.toReversed()))];
      expect(turned.toReversed()).toEqual(together);
      for (const [i, document] of documents.entries()) {
        expect((await scorer.score(query, [document]))[0]).toBeCloseTo(together[i] ?? NaN, 5);
      }
      expect(await scorer.score(query, [])).toHaveLength(0);
      expect(new Set(together).size).toBe(documents.length);
    });
  });

  test('says which documents it cut', async () => {
    await withScorer(tinyMonoT5(layout), async (scorer) => {
      const judgements = await scorer.judge('which cat', ['the cat', 'the cat sat '.repeat(60), '']);
      expect(judgements.map(({ truncated }) => truncated)).toEqual([false, true, false]);
    });
  });

  test('gives the best part of a document that is read in parts', async () => {
    const long = `${'the cat sat '.repeat(40)} ${'deep learning models '.repeat(20)}`;
    const scores = await Promise.all(
      (['document', 'passages'] as const).map((cut) =>
        withScorer(tinyMonoT5(layout), async (scorer) => scorer.judge('deep', [long]), { cut }),
      ),
    );
    const [[cut], [parts]] = scores as [[{ score: number }], [{ score: number; truncated: boolean }]];
    expect(parts.score).toBeGreaterThan(cut.score);
    expect(parts.truncated).toBe(false);
  });
});

describe('a row of token ids', () => {
  const entry = fileURLToPath(new URL('../../testing/sequence-process.ts', import.meta.url));
  const { alone, padded, together, turned, refused, others } = JSON.parse(
    execFileSync(process.execPath, ['--conditions=source', '--disable-warning=ExperimentalWarning', entry], {
      encoding: 'utf8',
    }),
  ) as { alone: number[]; padded: number[]; together: number[]; turned: number[]; refused: string; others: number[] };
  const near = (scores: number[]): boolean => scores.every((score, i) => Math.abs(score - (alone[i] ?? NaN)) < 1e-5);

  test('has the same score in a batch of all lengths, and filled up, as alone', () => {
    expect(alone.length).toBeGreaterThan(10);
    expect(near(together)).toBe(true);
    expect(near(padded)).toBe(true);
  });

  test('has the negative score when the two answers change places', () => {
    expect(turned).toEqual(together.map((score) => -score));
  });

  test('is scored by the answers of its family, looked up in its vocabulary', async () => {
    const answers = { relevant: { token: '▁true' }, other: { token: '▁' } };
    const short = pairs.filter(({ ids }) => ids.length <= monoT5Expected.maxTokens);
    await withScorer(tinyMonoT5('pair', { answers }), async (scorer) => {
      for (const [i, { query, document }] of short.entries()) {
        const [score] = await scorer.score(query, [document]);
        expect(score).toBeCloseTo(others[i] ?? NaN, 4);
        expect(Math.abs((score ?? 0) - (alone[i] ?? 0))).toBeGreaterThan(0.01);
      }
    });
  });

  test('is refused where the head has no such answer', () => {
    expect(refused).toContain('6144 logits, too few');
  });
});

describe('opening a sequence-to-sequence scorer', () => {
  test('names the model, all of its weights and its licence', async () => {
    const [fused, pair] = await Promise.all(
      eachLayout.map((layout) => withScorer(tinyMonoT5(layout), async ({ model }) => model)),
    );
    expect(fused).toMatchObject({ name: 'tiny-monot5-fused', maxTokens: 64, licence: 'Apache-2.0' });
    expect(fused?.digest).toBe(tinyMonoT5('fused').files[0]?.sha256);
    expect(pair?.digest).not.toBe(tinyMonoT5('pair').files[0]?.sha256);
    expect(pair?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('refuses what is not there, does other work, or is not what the manifest says', async () => {
    const model = tinyMonoT5('pair');
    const empty = new ModelStore(temporaryFolder(), { models: [model] });
    const options = { template: monoT5Text };
    const open = (store: ModelStore, name: string) => openSequenceScorer(store, name, options);
    await expect(open(empty, model.name)).rejects.toMatchObject({ code: 'inference/model-not-here' });
    await expect(open(empty, 'nobody')).rejects.toMatchObject({ code: 'inference/unknown-model' });
    const crossEncoders = storeWith(temporaryFolder(), [tinyScorer()]);
    await expect(open(crossEncoders, 'tiny-scorer')).rejects.toMatchObject({ code: 'inference/wrong-kind' });

    const damaged = { code: 'inference/damaged-model' };
    const answer = { token: '▁true' };
    await refusal({ ...model, answers: { relevant: { ...answer, id: 5 }, other: answer } }).toMatchObject(damaged);
    await refusal({ ...model, answers: { relevant: answer, other: { token: '▁não' } } }).toMatchObject(damaged);
    await refusal({ ...model, answers: { relevant: answer, other: answer } }).toMatchObject(damaged);
    await refusal({ ...model, files: model.files.filter(({ name }) => name !== 'decoder_model.onnx') }).toMatchObject({
      ...damaged,
      message: expect.stringContaining('no file decoder_model.onnx'),
    });
    const store = storeWithMonoT5(temporaryFolder(), model);
    const decoder = model.files.find(({ name }) => name === 'decoder_model.onnx');
    const other = {
      ...model,
      files: model.files.map((file) => (file === decoder ? { ...file, sha256: 'a'.repeat(64) } : file)),
    };
    await expect(open(new ModelStore(store.folder, { models: [other] }), model.name)).rejects.toMatchObject({
      ...damaged,
      message: expect.stringContaining('not the file the manifest names'),
    });
  });

  test('refuses graphs that do not belong together', async () => {
    const encoder = tinyMonoT5File('encoder_model.onnx');
    await expect(SequenceSession.load(encoder, undefined, 0)).rejects.toThrow('no logits');
    const decoder = tinyMonoT5File('decoder_model.onnx');
    await expect(SequenceSession.load(decoder, decoder, 0)).rejects.toThrow('encoder_hidden_states');
    await expect(SequenceSession.load(tinyFile('scorer.onnx'), undefined, 0)).rejects.toThrow('token_type_ids');
  });
});
