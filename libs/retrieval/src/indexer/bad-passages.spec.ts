import type { TextVectors } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { Retriever } from '../retrieve/retriever.ts';
import { FakeEmbedder } from '../testing/fake-embedder.ts';
import { wordy } from '../testing/small-paper.ts';
import { type TestLibrary, useLibraries } from '../testing/test-library.ts';

const newLibrary = useLibraries();
const coded = (code: string): unknown => expect.objectContaining({ code });

/** Indexes a library and asks it. @returns papers found, and what did not go as it should */
async function ask(library: TestLibrary, embedder: FakeEmbedder, question: string): Promise<[string[], unknown[]]> {
  const indexer = await library.indexer(embedder);
  const { failed } = await indexer.catchUp();
  const { failed: notEmbedded } = await indexer.embedPending();
  const retriever = new Retriever({ index: library.reader(), embedder });
  const { passages, degraded } = await retriever.retrieve(question, { limit: 5 });
  return [passages.map(({ paper }) => paper), [...failed, ...notEmbedded, ...degraded]];
}

/** A model that does something to each vector of a passage before it gives it. */
function changing(change: (vectors: TextVectors) => TextVectors): FakeEmbedder {
  const embedder = new FakeEmbedder();
  const embedTokens = embedder.embedTokens.bind(embedder);
  embedder.embedTokens = async (kind, texts, options) => {
    const vectors = await embedTokens(kind, texts, options);
    return kind === 'passage' ? vectors.map(change) : vectors;
  };
  return embedder;
}

describe('a passage that is odd', () => {
  it('does no harm when it is empty', async () => {
    const library = newLibrary();
    await library.add('10.1/empty', ['', ' ', '\u200b']);
    await library.add('10.1/graph', ['A graph of nodes.']);
    const [papers, wrong] = await ask(library, new FakeEmbedder(), 'graph');
    expect(papers[0]).toBe('10.1_graph');
    expect(wrong).toEqual([]);
  });

  it('is found by its first and its last word when it has a hundred thousand', async () => {
    const library = newLibrary();
    await library.add('10.1/long', [`Firstword ${wordy(99_998, 'filler')} lastword`]);
    await library.add('10.1/short', ['A graph of nodes.']);
    const embedder = new FakeEmbedder({ dimensions: 8 });
    expect(await ask(library, embedder, 'lastword')).toEqual([['10.1_long', '10.1_short'], []]);
    const [hit] = await library.reader().searchWords('firstword', { limit: 1 });
    expect(hit?.passage.text.split(' ')).toHaveLength(100_000);
    const [tokens] = await library.reader().tokenVectors(embedder.model, hit ? [hit.passage] : []);
    expect(tokens?.count).toBeGreaterThan(99_000);
  });

  it('is found by words and by its vector when the model saw no token in it', async () => {
    const library = newLibrary();
    await library.add('10.1/a', ['A graph of nodes.']);
    const none = new Float32Array();
    const embedder = changing(({ vector }) => ({ vector, tokens: { count: 0, dimensions: 32, data: none } }));
    const [papers, wrong] = await ask(library, embedder, 'graph');
    expect(papers).toEqual(['10.1_a']);
    expect(wrong).toEqual([expect.objectContaining({ step: 'rerank', used: 'fused order' })]);
  });
});

describe('a model that goes wrong', () => {
  const wrongs: [string, (vectors: TextVectors) => TextVectors][] = [
    ['a vector that is too short', (all) => ({ ...all, vector: all.vector.slice(1) })],
    ['a vector of something that is no number', (all) => ({ ...all, vector: all.vector.fill(NaN) })],
    [
      'tokens that are too short',
      ({ vector, tokens }) => ({ vector, tokens: { ...tokens, data: tokens.data.slice(1) } }),
    ],
    ['tokens of another length', ({ vector, tokens }) => ({ vector, tokens: { ...tokens, dimensions: 16 } })],
    [
      'tokens of something that is no number',
      ({ vector, tokens }) => ({ vector, tokens: { ...tokens, data: tokens.data.fill(Infinity) } }),
    ],
  ];
  it.each(wrongs)('and gives %s leaves the words', async (_, change) => {
    const library = newLibrary();
    await library.add('10.1/a', ['A graph of nodes.']);
    const embedder = changing(change);
    const [papers, wrong] = await ask(library, embedder, 'graph');
    expect(papers).toEqual(['10.1_a']);
    expect(wrong).toContainEqual(coded('retrieval/wrong-vector'));
    expect(wrong).toContainEqual(expect.objectContaining({ used: 'words' }));
    expect((await library.reader().counts(embedder.model)).vectors).toBe(0);
  });

  it.each([
    ['of another length', (vector: Float32Array) => vector.slice(1)],
    ['of something that is no number', (vector: Float32Array) => vector.fill(NaN)],
  ])('and gives the question a vector %s leaves the words, in the open', async (_, change) => {
    const library = newLibrary();
    await library.add('10.1/a', ['A graph of nodes.']);
    const embedder = new FakeEmbedder();
    const embedTokens = embedder.embedTokens.bind(embedder);
    embedder.embedTokens = async (kind, texts, options) => {
      const vectors = await embedTokens(kind, texts, options);
      return kind === 'query' ? vectors.map((each) => ({ ...each, vector: change(each.vector) })) : vectors;
    };
    const [papers, wrong] = await ask(library, embedder, 'graph');
    expect(papers).toEqual(['10.1_a']);
    expect(wrong).toContainEqual(expect.objectContaining({ step: 'retrieval', used: 'words' }));
  });
});
