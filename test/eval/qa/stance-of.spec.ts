import { describe, expect, it } from '@jest/globals';
import { quotedPrediction } from './prediction.ts';
import { stanceOf } from './stance-of.ts';

const question = 'Does training improve recall?';
const nearness = (_: string, texts: readonly string[]) => Promise.resolve(texts.map(() => 0.8));
const quoting = (text: string) => quotedPrediction('1', [text]);

describe('whether an answer says yes or no', () => {
  it('is what it says of itself', async () => {
    const own = { ...quoting('Recall was lower.'), polarity: 'yes' as const };
    expect(await stanceOf(question, own, { nearness, method: 'askg' })).toBe('yes');
    expect(await stanceOf(question, quoting('Recall improved.'), { nearness, method: 'askg' })).toBeUndefined();
  });

  it('is the first word of a chat model', async () => {
    const parts = { nearness, method: 'askg with a chat model' } as const;
    expect(await stanceOf(question, { ...quoting('Recall rose.'), answer: 'No, it did not.' }, parts)).toBe('no');
  });

  it('is read from the sentences of a way that gives no answer', async () => {
    const parts = { nearness, method: 'whole abstract' } as const;
    expect(await stanceOf(question, quoting('Recall improved significantly with training.'), parts)).toBe('yes');
    expect(await stanceOf(question, quotedPrediction('1', []), parts)).toBeUndefined();
    expect(await stanceOf('Which training helps?', quoting('Recall improved.'), parts)).toBeUndefined();
  });
});
