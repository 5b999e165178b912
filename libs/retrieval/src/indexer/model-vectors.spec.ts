import { InferenceError } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { searchableText } from '../passages/context-text.ts';
import { FakeEmbedder } from '../testing/fake-embedder.ts';
import { contents, standing } from '../testing/index-contents.ts';
import { wordy } from '../testing/small-paper.ts';
import { useLibraries } from '../testing/test-library.ts';
import type { VectorCache } from '../vectors/vector-cache.ts';

const newLibrary = useLibraries();

describe('the vectors of a model', () => {
  it('stand in a table of their own, and are still there when the model comes back', async () => {
    const library = newLibrary();
    const one = new FakeEmbedder();
    const two = new FakeEmbedder({ name: 'other/model', digest: 'd'.repeat(64), dimensions: 16 });
    await library.add('10.1/a', [wordy(5)]);
    await library.add('10.1/b', [wordy(5)]);
    const first = await library.indexer(one);
    await first.catchUp();
    await first.embedPending();
    const second = await library.indexer(two);
    expect((await second.embedPending()).added).toBe(2);
    await library.corpus.removePaper('10.1/b');
    await second.catchUp();
    expect(await contents(library, one)).toEqual([['10.1_a', 'words vector tokens']]);
    expect(await contents(library, two)).toEqual([['10.1_a', 'words vector tokens']]);
    one.calls.length = 0;
    await (await library.indexer(one)).embedPending();
    expect(one.calls).toEqual([]);
    expect(standing(library, 'vectors')).toEqual(['10.1_a']);
  });

  it('come from the cache first, and their tokens follow from the model', async () => {
    const library = newLibrary();
    const embedder = new FakeEmbedder();
    await library.add('10.1/a', [wordy(5)]);
    await library.add('10.1/b', ['Not cached word1.']);
    const asked: string[] = [];
    const [vector = new Float32Array()] = await new FakeEmbedder().embed('passage', ['word1 word2']);
    const cache: VectorCache = {
      get: (_, text) => {
        asked.push(text);
        return text.includes('Not cached') ? undefined : vector;
      },
    };
    const indexer = await library.indexer(embedder, { cache });
    await indexer.catchUp();
    const steps: string[] = [];
    embedder.failure = (texts) => {
      steps.push(...texts, ...standing(library, 'vectors'));
      return undefined;
    };
    await indexer.embedPending();
    const [passage] = await library.reader().searchWords('word5', { limit: 1 });
    expect(asked).toContain(passage && searchableText(passage.passage));
    // The cached paper had its vectors before the model was asked for the other's.
    expect(steps).toEqual([
      'Paper 10.1/b\nFindings\nNot cached word1.',
      '10.1_a',
      'Paper 10.1/a\nFindings\nword1 word2 word3 word4 word5.',
      '10.1_a',
      '10.1_b',
    ]);
    expect(await contents(library)).toEqual([
      ['10.1_a', 'words vector tokens'],
      ['10.1_b', 'words vector tokens'],
    ]);
  });

  it('do without token vectors where the model gives none', async () => {
    const library = newLibrary();
    const embedder = new FakeEmbedder();
    const embedTokens = embedder.embedTokens.bind(embedder);
    await library.add('10.1/a', [wordy(5)]);
    const indexer = await library.indexer(embedder);
    await indexer.catchUp();
    embedder.embed = async (...call) => (await embedTokens(...call)).map(({ vector }) => vector);
    embedder.embedTokens = async () => {
      throw new InferenceError('inference/no-token-vectors', 'A remote model.');
    };
    expect(await indexer.embedPending()).toEqual({ added: 1, removed: 0, failed: [] });
    expect(await contents(library, new FakeEmbedder())).toEqual([['10.1_a', 'words vector']]);
  });
});
