import { describe, expect, it } from '@jest/globals';
import { FakeEmbedder } from '../../testing/fake-embedder.ts';
import { plainPassage } from '../../testing/plain-passage.ts';
import { embeddedPassages } from './embedded-passages.ts';
import type { PassageVectors } from './passage-vectors.ts';
import { QueryCosineReranker } from './query-cosine-reranker.ts';
import { VectorFeedbackReranker } from './vector-feedback-reranker.ts';

const now = () => 0;
const passages = ['one', 'two', 'three', 'four'].map(plainPassage);
const model = { name: 'flat', digest: 'a'.repeat(64), dimensions: 2, maxTokens: 512 };
const kept = (...vectors: (number[] | undefined)[]): PassageVectors => ({
  model,
  vectors: async () => ({ vectors: vectors.map((vector) => vector && Float32Array.from(vector)) }),
});
/** An embedder of that model that gives each query the vector [1, 0]. */
const embedder = Object.assign(new FakeEmbedder(model), { embed: async () => [Float32Array.of(1, 0)] });

describe('feedback among vectors', () => {
  it('is Rocchio’s sum of the query and the mean of the first candidates', async () => {
    const vectors = kept([0, 1], [0.6, 0.8], [1, 0], [0, -1]);
    const reranker = new VectorFeedbackReranker(embedder, vectors, now, { feedback: 2, alpha: 1, beta: 0.5 });
    // [1, 0] + 0.5 · ([0, 1] + [0.6, 0.8]) / 2 = [1.15, 0.45]
    const length = Math.hypot(1.15, 0.45);
    const { scores, degraded } = await reranker.rerank({ text: 'q' }, passages);
    const expected = [0.45, 0.6 * 1.15 + 0.8 * 0.45, 1.15, -0.45].map((sum) => expect.closeTo(sum / length, 5));
    expect([scores, degraded]).toEqual([expected, []]);
    expect(reranker.name).toBe('vector PRF, not E2Rank (flat)');
  });

  it('is the cosine of the query when nothing is fed back', async () => {
    const passagesOf = embeddedPassages(new FakeEmbedder(), now);
    const plain = new QueryCosineReranker(new FakeEmbedder(), passagesOf, now);
    const none = new VectorFeedbackReranker(new FakeEmbedder(), passagesOf, now, { beta: 0 });
    const { scores } = await none.rerank({ text: 'one two' }, passages);
    const cosines = await plain.rerank({ text: 'one two' }, passages);
    expect(scores).toEqual(cosines.scores.map((score) => expect.closeTo(score ?? NaN, 5)));
  });

  it('works from kept vectors alone, and passes over those that are missing', async () => {
    const reranker = new VectorFeedbackReranker(undefined, kept([0, 1], undefined, [1, 0], [0, 1]), now, {
      feedback: 1,
    });
    const { scores, degraded } = await reranker.rerank({ text: 'q' }, passages);
    expect(scores).toEqual([1, undefined, 0, 1]);
    expect(degraded.map(({ used }) => used)).toEqual(['3 of 4 passages reranked', 'feedback without the query']);
  });

  it('leaves the order alone when there is no vector at all', async () => {
    const reranker = new VectorFeedbackReranker(undefined, kept(undefined, undefined, undefined, undefined), now);
    const { scores, degraded } = await reranker.rerank({ text: 'q' }, passages);
    expect([scores.filter(Boolean), degraded.length]).toEqual([[], 1]);
  });

  it('never compares vectors of two models', () => {
    const wrong = expect.objectContaining({ code: 'retrieval/wrong-vector' });
    expect(() => new VectorFeedbackReranker(new FakeEmbedder(), kept(), now)).toThrow(wrong);
    expect(() => new QueryCosineReranker(new FakeEmbedder(), kept(), now)).toThrow(wrong);
  });
});
