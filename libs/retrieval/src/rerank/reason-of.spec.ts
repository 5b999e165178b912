import { InferenceError } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { partlyReranked, unscored } from './partly-reranked.ts';
import { reasonOf, timeUp } from './reason-of.ts';

describe('why candidates have no score', () => {
  it('is what was thrown, and that time was over where a model was too late', () => {
    expect(reasonOf(new Error('It broke.'))).toBe('It broke.');
    expect(reasonOf('nothing there')).toBe('nothing there');
    expect(reasonOf(new InferenceError('inference/deadline', 'After 3 ms.'))).toBe(timeUp);
  });

  it('is said with how many have one', () => {
    expect(partlyReranked('m', [1, 2], 'why').degraded).toEqual([]);
    expect(partlyReranked('m', [1, undefined, 3], 'why').degraded).toEqual([
      { step: 'rerank', wanted: 'm', used: '2 of 3 passages reranked', reason: 'why' },
    ]);
    expect(unscored('m', ['a', 'b'], new Error('why'))).toEqual({
      scores: [undefined, undefined],
      degraded: [{ step: 'rerank', wanted: 'm', used: 'the order before', reason: 'why' }],
    });
  });
});
