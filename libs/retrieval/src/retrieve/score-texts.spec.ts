import { InferenceError } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { FakeEmbedder } from '../testing/fake-embedder.ts';
import { useLibraries } from '../testing/test-library.ts';
import { Retriever } from './retriever.ts';

const newLibrary = useLibraries();

describe('scoring texts', () => {
  const sentences = ['Trees grow leaves.', 'The vehicle is red.', 'Cars need fuel, cars need wheels.'];

  it('goes by meaning where there is a model', async () => {
    const retriever = new Retriever({ index: newLibrary().reader(), embedder: new FakeEmbedder() });
    const { scores, method } = await retriever.scoreTexts('automobile', sentences);
    expect(method).toBe('maxsim');
    expect(scores[0]).toBeLessThan(Math.min(scores[1] ?? -1, scores[2] ?? -1));
  });

  it('goes by shared words, rare ones first, where there is none', async () => {
    const retriever = new Retriever({ index: newLibrary().reader() });
    const { scores, method } = await retriever.scoreTexts('Do the growing trees need fuel?', sentences);
    expect(method).toBe('words');
    expect(scores.map((score) => score > 0)).toEqual([true, false, true]);
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
  });

  it('goes by words when the model fails, and is none for no texts', async () => {
    const embedder = new FakeEmbedder();
    const retriever = new Retriever({ index: newLibrary().reader(), embedder });
    expect((await retriever.scoreTexts('automobile', [])).scores).toEqual([]);
    embedder.failure = () => new InferenceError('inference/worker-lost', 'It ended.');
    expect((await retriever.scoreTexts('trees', sentences)).method).toBe('words');
  });

  it('ends when it is cancelled', async () => {
    const retriever = new Retriever({ index: newLibrary().reader() });
    const run = retriever.scoreTexts('trees', sentences, { signal: AbortSignal.abort() });
    await expect(run).rejects.toMatchObject({ code: 'retrieval/cancelled' });
  });
});
