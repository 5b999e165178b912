import { InferenceError, type PairScorer } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { passagesOf } from '../passages/passages-of.ts';
import { paragraph, section, smallPaper } from '../testing/small-paper.ts';
import { orderByScores } from './order-by-scores.ts';
import { PairReranker } from './pair-reranker.ts';

const candidates = Array.from({ length: 6 }, (_, i) => {
  const sections = [section('s1', 'Results', { paragraphs: [paragraph('s1/p1', [`Text ${i}.`])] })];
  return passagesOf(smallPaper({ sections }), { base: 'http://x/', key: `p.${i}`, graphDigest: 'a' })[0];
}).flatMap((passage) => passage ?? []);

function scorer(score: (text: string) => number, before: () => void = () => {}): PairScorer {
  return {
    model: { name: 'pairs', digest: 'a'.repeat(64), dimensions: 1, maxTokens: 512 },
    score: async (_, passages) => {
      before();
      return Float32Array.from(passages, score);
    },
    close: async () => {},
  };
}
const lastDigit = (text: string) => Number(/(\d)\.$/.exec(text)?.[1]);

describe('ordering by scores', () => {
  it.each<[string, (number | undefined)[], string]>([
    ['all have one', [1, 3, 2], 'bca'],
    ['equal ones keep their order', [1, 1, 2], 'cab'],
    ['one without keeps its place', [1, undefined, 3], 'cba'],
    ['the first without stays first', [undefined, 1, 2], 'acb'],
    ['none has one', [undefined, undefined, undefined], 'abc'],
  ])('%s', (_, scores, expected) => {
    expect(orderByScores(['a', 'b', 'c'], scores).join('')).toBe(expected);
  });
});

describe('the cross-encoder', () => {
  it('scores every candidate with its context', async () => {
    const seen: string[] = [];
    const reranker = new PairReranker(
      scorer((text) => {
        seen.push(text);
        return lastDigit(text);
      }),
      () => 0,
    );
    expect(await reranker.rerank({ text: 'q' }, candidates)).toEqual({ scores: [0, 1, 2, 3, 4, 5], degraded: [] });
    expect(seen[0]).toBe('A small paper\nResults\nText 0.');
    expect(reranker.name).toBe('pairs');
  });

  it('gives what it has when the time is up', async () => {
    let time = 0;
    const reranker = new PairReranker(
      scorer(lastDigit, () => (time += 60)),
      () => time,
    );
    expect(await reranker.rerank({ text: 'q' }, candidates, { deadlineMs: 50 })).toEqual({
      scores: [0, 1, 2, 3, undefined, undefined],
      degraded: [
        {
          step: 'rerank',
          wanted: 'pairs',
          used: '4 of 6 passages reranked',
          reason: 'The time for the answer was used up.',
        },
      ],
    });
  });

  it('leaves the order alone when the model fails, and takes no score that is none', async () => {
    const failing = new PairReranker(
      scorer(lastDigit, () => {
        throw new InferenceError('inference/closed', 'It was closed.');
      }),
      () => 0,
    );
    const { scores, degraded } = await failing.rerank({ text: 'q' }, candidates);
    expect(scores).toEqual(candidates.map(() => undefined));
    expect(degraded.map(({ used, reason }) => [used, reason])).toEqual([['the order before', 'It was closed.']]);
    const lying = new PairReranker(
      scorer((text) => (lastDigit(text) === 2 ? NaN : 1)),
      () => 0,
    );
    expect((await lying.rerank({ text: 'q' }, candidates)).scores).toEqual([1, 1, undefined, 1, 1, 1]);
  });

  it('ends when it is cancelled', async () => {
    const stop = new AbortController();
    const reranker = new PairReranker(
      scorer(lastDigit, () => {
        stop.abort();
        throw new InferenceError('inference/cancelled', 'It was cancelled.');
      }),
      () => 0,
    );
    const run = reranker.rerank({ text: 'q' }, candidates, { signal: stop.signal });
    await expect(run).rejects.toThrow(expect.objectContaining({ code: 'retrieval/cancelled' }));
  });
});
