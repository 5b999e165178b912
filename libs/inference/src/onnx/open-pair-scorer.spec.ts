import { describe, expect, test } from '@jest/globals';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { storeWith, tinyEmbedder, tinyExpected, tinyScorer } from '../testing/tiny-models.ts';
import { openPairScorer } from './open-pair-scorer.ts';

describe('openPairScorer', () => {
  test('scores passages as the reference does, in their order', async () => {
    const scorer = await openPairScorer(storeWith(temporaryFolder(), [tinyScorer()]), 'tiny-scorer');
    try {
      for (const { query, passage, score } of tinyExpected.pairs) {
        const [got] = await scorer.score(query, [passage]);
        expect(got).toBeCloseTo(score, 4);
      }
      const [first, second] = tinyExpected.pairs;
      const both = await scorer.score(first?.query ?? '', [second?.passage ?? '', first?.passage ?? '']);
      expect([...both].map((value) => value.toFixed(4))).toEqual([second?.score.toFixed(4), first?.score.toFixed(4)]);
      expect(await scorer.score('what', [])).toHaveLength(0);
    } finally {
      await scorer.close();
    }
  });

  test('refuses a model of another kind', async () => {
    await expect(openPairScorer(storeWith(temporaryFolder(), [tinyEmbedder()]), 'tiny')).rejects.toMatchObject({
      code: 'inference/wrong-kind',
    });
  });
});
