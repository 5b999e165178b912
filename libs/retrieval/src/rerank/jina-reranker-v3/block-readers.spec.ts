import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CausalModel,
  lastTokenEncoder,
  type LastTokenEncoder,
  type ListwiseScorer,
  openCausalModel,
  openListwiseScorer,
} from '@askg/inference';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listwiseExpected, listwiseStore, tinyProjector } from '../../testing/tiny-listwise.ts';
import type { BlockReader } from './block-reader.ts';
import { cosine } from './cosine.ts';
import { GraphReader } from './graph-reader.ts';
import { type BlockVectors, mergeBlocks } from './merge-blocks.ts';
import { PrefixReader } from './prefix-reader.ts';
import { type Projector, readProjector } from './projector.ts';
import { listwisePrompt } from './prompt.ts';
import { StatesReader } from './states-reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'listwise-'));
const store = listwiseStore(folder);
let model: CausalModel;
let scorer: ListwiseScorer;
let projector: Projector;
beforeAll(async () => {
  model = await openCausalModel(store, 'tiny-states');
  scorer = await openListwiseScorer(store, 'tiny-scoring');
  projector = await readProjector(tinyProjector);
});
afterAll(async () => {
  await Promise.all([model.close(), scorer.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const query = 'What is the capital of China?';
const texts = [
  'The capital of China is Beijing.',
  'Gravity is a force.',
  'Größe, 中文 and 😀',
  '',
  'the paper and the graph',
];
const promptOf = (passages: readonly string[]): string => listwisePrompt({ query, passages });

async function read(reader: BlockReader, passages: readonly string[]): Promise<BlockVectors> {
  return (await reader.read(promptOf(passages), passages.length)) as BlockVectors;
}
const scoresOf = (vectors: BlockVectors): number[] => mergeBlocks([vectors]);
function expectClose(actual: readonly number[], expected: readonly number[], tolerance = 1e-4): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of actual.entries()) {
    expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThanOrEqual(tolerance);
  }
}
/** An encoder whose vectors come with another length. */
const scaled = (encoder: LastTokenEncoder, scale: (state: Float32Array) => number): LastTokenEncoder => ({
  model: encoder.model,
  unitLength: true,
  lastStates: async (prompts, options) =>
    (await encoder.lastStates(prompts, options)).map((state) => state.map((value) => value * scale(state))),
  close: () => encoder.close(),
});

describe('the three ways to read a block', () => {
  it('give what torch computed', async () => {
    const { ids, documentPositions, queryPosition, ...expected } = listwiseExpected;
    const pass = { ids, passages: documentPositions, query: queryPosition };
    const { scores, vectors } = await scorer.score(pass);
    expectClose([...scores], expected.scores);
    expectClose([...(vectors?.query ?? [])], expected.query);
    const documents = vectors?.passages ?? [];
    expect(documents).toHaveLength(2);
    for (const [i, passage] of documents.entries()) expectClose([...passage], expected.documents[i] ?? []);

    const prompt = model.tokenizer.decode(ids);
    for (const reader of [new StatesReader(model, projector), new PrefixReader(lastTokenEncoder(model), projector)]) {
      const vector = await reader.read(prompt, documentPositions.length);
      expectClose(scoresOf(vector), expected.scores);
      expectClose([...vector.query], expected.query);
    }
  });

  it.each([1, 2, 5])('agree on %i passages', async (count) => {
    const passages = texts.slice(0, count);
    const prompt = promptOf(passages);
    const ids = scorer.tokenizer.encode(prompt);
    const places = (token: string): number[] =>
      ids.flatMap((id, at) => (id === scorer.tokenizer.tokenId(token) ? [at] : []));
    const [at = -1] = places('<|rerank_token|>');
    const { scores } = await scorer.score({ ids, passages: places('<|embed_token|>'), query: at });
    for (const reader of [
      new GraphReader(scorer),
      new StatesReader(model, projector),
      new PrefixReader(lastTokenEncoder(model), projector),
    ]) {
      expectClose(scoresOf(await read(reader, passages)), [...scores]);
    }
  });

  it('do not care whether a last-token encoder scales its vectors, within one block', async () => {
    const exact = scoresOf(await read(new StatesReader(model, projector), texts));
    const unit = new PrefixReader(
      scaled(lastTokenEncoder(model), (state) => 1 / Math.hypot(...state)),
      projector,
    );
    expectClose(scoresOf(await read(unit, texts)), exact, 1e-5);
    expect(unit.oneBlockOnly).toContain('unit length');
    expect(new PrefixReader(lastTokenEncoder(model), projector).oneBlockOnly).toBeUndefined();
  });
});

describe('a block of passages', () => {
  it('leaves the vectors of passages before a changed one as they are, and changes the others and that of the query', async () => {
    const reader = new StatesReader(model, projector);
    const before = await read(reader, texts);
    const after = await read(reader, texts.with(2, 'Something else is said here.'));
    for (const [i, passage] of before.passages.entries()) {
      const likeness = cosine(passage, after.passages[i] ?? new Float32Array());
      if (i < 2) expect(likeness).toBeGreaterThan(1 - 1e-6);
      else expect(likeness).toBeLessThan(1 - 1e-5);
    }
    expect(cosine(before.query, after.query)).toBeLessThan(1 - 1e-5);
  });

  it('depends on the order of its passages', async () => {
    const reader = new StatesReader(model, projector);
    const forwards = scoresOf(await read(reader, texts));
    const backwards = scoresOf(await read(reader, texts.toReversed())).toReversed();
    expect(forwards.some((score, i) => Math.abs(score - (backwards[i] ?? NaN)) > 1e-3)).toBe(true);
  });

  it('has the same scores when the state of its query is longer', async () => {
    const { tokenizer } = model;
    const longer: CausalModel = {
      model: model.model,
      tokenizer,
      hiddenStates: async (ids, positions, options) => {
        const states = await model.hiddenStates(ids, positions, options);
        return states.map((state, i) => (i === states.length - 1 ? state.map((value) => value * 9) : state));
      },
      close: () => model.close(),
    };
    const exact = scoresOf(await read(new StatesReader(model, projector), texts));
    expectClose(scoresOf(await read(new StatesReader(longer, projector), texts)), exact, 1e-6);
  });
});

describe('a reader', () => {
  it('refuses states of another number or length than asked for', async () => {
    const lying = (states: Float32Array[]): BlockReader =>
      new PrefixReader({ ...scaled(lastTokenEncoder(model), () => 1), lastStates: async () => states }, projector);
    const state = new Float32Array(64).fill(1);
    const fault = expect.objectContaining({ code: 'inference/model-failed' });
    await expect(read(lying([state, state]), texts)).rejects.toThrow(fault);
    await expect(read(lying([...texts.map(() => state), new Float32Array(63)]), texts)).rejects.toThrow(fault);
  });

  it('refuses a prompt with other markers than passages', async () => {
    const prompt = promptOf(['a', 'b<|embed_token|>']);
    for (const reader of [new GraphReader(scorer), new StatesReader(model, projector)]) {
      await expect(reader.read(prompt, 2)).rejects.toThrow('3 passage markers');
    }
    await expect(new PrefixReader(lastTokenEncoder(model), projector).read(prompt, 2)).rejects.toThrow('4 markers');
  });

  it('of a graph without vectors takes its scores, for one block only', async () => {
    const bare = await openListwiseScorer(store, 'tiny-scores');
    const reader = new GraphReader(bare);
    const reading = await reader.read(promptOf(texts), texts.length);
    await reader.close();
    expectClose('scores' in reading ? reading.scores : [], scoresOf(await read(new GraphReader(scorer), texts)));
    expect(reader.oneBlockOnly).toContain('scores without vectors');
  });
});
