import { describe, expect, it } from '@jest/globals';
import { defaultDeadlines } from './ask-request.ts';
import { similarityBy } from './nearness.ts';
import { RunCancelled } from './race.ts';
import type { RunParts } from './run-parts.ts';

type Scorer = RunParts['retriever']['scoreTexts'];

function similarity(scoreTexts: Scorer, signal = new AbortController().signal) {
  const parts = { retriever: { scoreTexts }, deadlines: defaultDeadlines } as unknown as RunParts;
  return similarityBy(parts, signal)('Argus sees.', ['It sees.']);
}

describe('the similarity that tells a statement from its opposite', () => {
  it('is that of the scorer where it knows meanings', async () => {
    expect(await similarity(() => Promise.resolve({ scores: [0.8], method: 'maxsim' }))).toEqual([0.8]);
    expect(await similarity(() => Promise.resolve({ scores: [0.8], method: 'words' }))).toBeUndefined();
  });

  it('is none when the scorer fails, and ends with the run', async () => {
    expect(await similarity(() => Promise.reject(new Error('The index is gone.')))).toBeUndefined();
    const ended = similarity(() => new Promise(() => {}), AbortSignal.abort());
    await expect(ended).rejects.toBeInstanceOf(RunCancelled);
  });
});
