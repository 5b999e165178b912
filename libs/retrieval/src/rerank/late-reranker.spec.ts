import { InferenceError } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import type { Passage } from '../passages/passage.ts';
import { LateReranker, type LateRerankerOptions } from './late-reranker.ts';
import type { RerankOptions, Reranker } from './reranker.ts';

const passages = ['a', 'b'].map((iri) => ({ iri }) as Passage);
const model = { name: 'ready', digest: 'a'.repeat(64), dimensions: 1, maxTokens: 512 };

class Ready implements Reranker {
  readonly name = 'ready';
  readonly model = model;
  readonly depth = 7;
  given: RerankOptions | undefined;
  isClosed = false;

  rerank(_: unknown, candidates: readonly Passage[], options?: RerankOptions) {
    this.given = options;
    return Promise.resolve({ scores: candidates.map((_each, i) => i), degraded: [] });
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}

function late(options: Partial<LateRerankerOptions> & Pick<LateRerankerOptions, 'open'>): LateReranker {
  return new LateReranker({ name: 'wanted', now: () => 0, ...options });
}
const ask = (reranker: Reranker, options?: RerankOptions) => reranker.rerank({ text: 'q' }, passages, options);

describe('a reranker that comes late', () => {
  it('is not waited for: the order stays, and that is said, until it is there', async () => {
    const opening = Promise.withResolvers<Reranker>();
    const reranker = late({ open: () => opening.promise });
    const { scores, degraded } = await ask(reranker);
    expect(scores).toEqual([undefined, undefined]);
    expect(degraded).toEqual([
      { step: 'rerank', wanted: 'wanted', used: 'the order before', reason: expect.stringMatching(/being opened/) },
    ]);
    expect(reranker.state).toBe('opening');
    opening.resolve(new Ready());
    await reranker.open();
    expect((await ask(reranker)).scores).toEqual([0, 1]);
    expect([reranker.name, reranker.model, reranker.depth, reranker.state]).toEqual(['ready', model, 7, 'open']);
  });

  it('says why it cannot be opened, once, and is tried again later', async () => {
    let now = 0;
    let attempts = 0;
    const told: string[] = [];
    const reranker = late({
      now: () => now,
      retryMs: 100,
      open: () => {
        attempts += 1;
        if (attempts > 3) return Promise.resolve(new Ready());
        return Promise.reject(new InferenceError('inference/model-not-here', 'wanted is not in /models.'));
      },
      failed: (reason) => told.push(reason),
    });
    await reranker.open();
    const { degraded } = await ask(reranker);
    expect(degraded[0]?.reason).toMatch(/has not been fetched: wanted is not in \/models\. Run `askg models fetch`/);
    expect([attempts, reranker.state]).toEqual([1, 'failed']);
    for (now = 100; reranker.state !== 'open'; now += 100) {
      await ask(reranker);
      await reranker.open();
    }
    expect(attempts).toBe(4);
    expect(told).toHaveLength(1);
  });

  it('is given no more time and passages than it is set up for', async () => {
    const ready = new Ready();
    const reranker = late({ open: () => Promise.resolve(ready), deadlineMs: 50, depth: 3, weight: 2 });
    await reranker.open();
    await ask(reranker, { deadlineMs: 1000 });
    expect(ready.given).toEqual({ deadlineMs: 50 });
    await ask(reranker, { deadlineMs: 10 });
    expect(ready.given).toEqual({ deadlineMs: 10 });
    expect([reranker.depth, reranker.weight]).toEqual([3, 2]);
  });

  it('is closed also when it opens after that', async () => {
    const opening = Promise.withResolvers<Reranker>();
    const reranker = late({ open: () => opening.promise });
    void reranker.open();
    const closed = reranker.close();
    const ready = new Ready();
    opening.resolve(ready);
    await closed;
    expect(ready.isClosed).toBe(true);
  });
});
