import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceError } from '@askg/inference';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeEmbedder } from '../../testing/fake-embedder.ts';
import { plainPassage } from '../../testing/plain-passage.ts';
import { type WatchedEncoder, openTinyEncoder, watched } from '../../testing/tiny-last-token.ts';
import { type E2RankOptions, openE2Rank } from './open-e2rank.ts';

const folder = mkdtempSync(join(tmpdir(), 'e2rank-'));
let encoder: WatchedEncoder;
beforeAll(async () => {
  encoder = await openTinyEncoder(folder);
});
beforeEach(() => {
  encoder.failure = () => undefined;
});
afterAll(async () => {
  await encoder.close();
  rmSync(folder, { recursive: true, force: true });
});

const now = () => 0;
const passages = ['A fast automobile.', 'The slow river.', 'A red vehicle and a river.'].map(plainPassage);
const query = { text: 'red car' };
const absent = async () => {
  throw new InferenceError('inference/model-not-here', 'e2rank-0.6b is not in models.');
};
const run = async (options: Partial<E2RankOptions>) => (await openE2Rank({ now, ...options })).rerank(query, passages);
const cosine = 'query cosine (fake)';
const feedback = 'vector PRF, not E2Rank (fake)';

describe('openE2Rank', () => {
  it('uses the model of this process, and never asks for the server then', async () => {
    const result = await run({ local: async () => encoder, endpoint: absent, embedder: new FakeEmbedder() });
    expect(result).toMatchObject({ method: 'e2rank', degraded: [] });
    expect(result.scores.every((score) => score !== undefined)).toBe(true);
  });

  it('takes the server when the local model is not there, and says so', async () => {
    const { method, degraded } = await run({ local: absent, endpoint: async () => watched(encoder) });
    expect(method).toBe('e2rank by endpoint');
    expect(degraded).toEqual([
      { step: 'rerank', wanted: 'e2rank', used: 'e2rank by endpoint', reason: 'e2rank-0.6b is not in models.' },
    ]);
  });

  it('takes any embedder’s cosine when there is no E2Rank, or when it fails', async () => {
    const embedder = new FakeEmbedder();
    const without = await run({ local: absent, endpoint: absent, embedder });
    expect([without.method, without.degraded.map(({ wanted, used }) => [wanted, used])]).toEqual([
      cosine,
      [
        ['e2rank', cosine],
        ['e2rank by endpoint', cosine],
      ],
    ]);
    encoder.failure = () => new Error('It broke.');
    const failing = await run({ local: async () => encoder, embedder });
    expect(failing).toEqual({
      ...without,
      degraded: [{ step: 'rerank', wanted: 'e2rank', used: cosine, reason: 'It broke.' }],
    });
    const [first, second, third] = without.scores as [number, number, number];
    expect(third).toBeGreaterThan(second);
    expect(first).toBeGreaterThan(second);
  });

  it('takes feedback from the first passages when the query cannot be embedded, by a name of its own', async () => {
    const embedder = new FakeEmbedder();
    embedder.failure = (texts) => (texts.includes(query.text) ? new Error('Not this one.') : undefined);
    const { method, degraded, scores } = await run({ local: absent, embedder, feedback: { feedback: 1 } });
    expect(method).toBe(feedback);
    expect(degraded.map(({ wanted, used }) => [wanted, used])).toEqual([
      ['e2rank', feedback],
      [cosine, feedback],
      [feedback, 'feedback without the query'],
    ]);
    expect(scores[0]).toBeCloseTo(1, 6);
  });

  it('leaves the order alone when nothing works, with every reason', async () => {
    const embedder = new FakeEmbedder();
    embedder.failure = () => new Error('Out of memory.');
    const { scores, degraded, method } = await run({ local: absent, embedder });
    expect([scores, method]).toEqual([passages.map(() => undefined), undefined]);
    expect(degraded).toEqual([
      {
        step: 'rerank',
        wanted: 'e2rank',
        used: 'the order before',
        reason: expect.stringMatching(
          /e2rank: e2rank-0.6b is not in models\. query cosine.*Out of memory.*PRF.*Out of memory/,
        ),
      },
    ]);
    expect((await run({})).degraded[0]?.used).toBe('the order before');
    expect(await (await openE2Rank({ now })).rerank(query, [])).toEqual({ scores: [], degraded: [] });
  });

  it('begins no further step when the time is up, and ends when it is cancelled', async () => {
    let time = 0;
    const embedder = new FakeEmbedder();
    encoder.failure = () => {
      time += 60;
      return new Error('It broke.');
    };
    const late = await openE2Rank({ local: async () => encoder, embedder, now: () => time });
    const { degraded } = await late.rerank(query, passages, { deadlineMs: 50 });
    expect([degraded[0]?.used, embedder.calls]).toEqual(['the order before', []]);
    const stop = AbortSignal.abort();
    await expect(late.rerank(query, passages, { signal: stop })).rejects.toMatchObject({ code: 'retrieval/cancelled' });
  });

  it('throws what no fallback may hide: vectors of other weights', async () => {
    const other = { ...encoder.model, digest: 'f'.repeat(64) };
    let closed = 0;
    const counting = { ...encoder, close: async () => void closed++ };
    const passagesOfOther = { model: other, vectors: async () => ({ vectors: [] }) };
    const open = openE2Rank({
      local: async () => counting,
      passages: passagesOfOther,
      embedder: new FakeEmbedder(),
      now,
    });
    await expect(open).rejects.toMatchObject({ code: 'retrieval/wrong-vector' });
    expect(closed).toBe(1);
  });
});
