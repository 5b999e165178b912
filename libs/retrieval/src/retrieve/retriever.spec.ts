import { InferenceError } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { RetrievalError } from '../retrieval-error.ts';
import { MaxSimReranker } from '../rerank/max-sim-reranker.ts';
import type { Reranker } from '../rerank/reranker.ts';
import { FakeEmbedder } from '../testing/fake-embedder.ts';
import { type TestLibrary, useLibraries } from '../testing/test-library.ts';
import { Retriever } from './retriever.ts';

const newLibrary = useLibraries();
const coded = (code: string): unknown => expect.objectContaining({ code });

const texts: Record<string, string> = {
  '10.1/cars': 'An automobile needs fuel and four wheels.',
  '10.1/trees': 'Trees grow leaves in spring, as gardeners know.',
  '10.1/graphs': 'A graph of knowledge has nodes and edges.',
  '10.1/prices': 'The price of a car went up in the last quarter.',
};

async function filled(library: TestLibrary, embedder?: FakeEmbedder): Promise<TestLibrary> {
  for (const [doi, text] of Object.entries(texts)) await library.add(doi, [text]);
  const indexer = await library.indexer(embedder);
  await indexer.catchUp();
  await indexer.embedPending();
  return library;
}

describe('retrieving passages', () => {
  it('finds by words and by meaning, and says what each method thought', async () => {
    const embedder = new FakeEmbedder();
    const library = await filled(newLibrary(), embedder);
    const retriever = new Retriever({ index: library.reader(), embedder });
    const { passages, degraded, timings } = await retriever.retrieve('vehicle fuel', { limit: 2 });
    expect(degraded).toEqual([]);
    expect(passages[0]?.paper).toBe('10.1_cars');
    expect(passages[0]?.methods.map(({ name, rank }) => [name, rank])).toEqual([
      ['bm25', 1],
      ['dense', 1],
      ['fused', 1],
      ['maxsim', 1],
      ['blend', 1],
    ]);
    // What means the same is found though it shares no word.
    expect(passages[1]?.paper).toBe('10.1_prices');
    expect(passages[1]?.methods.map(({ name }) => name)).not.toContain('bm25');
    expect(passages.map(({ score }) => score)).toEqual(
      passages.map(({ methods }) => methods.find(({ name }) => name === 'blend')?.score),
    );
    expect(Object.keys(timings).toSorted()).toEqual(['embed', 'fuse', 'rerank', 'vectors', 'words']);
    expect(embedder.calls.filter(({ kind }) => kind === 'query').map(({ priority }) => priority)).toEqual(['question']);
  });

  it('falls back to words in the open when there is no model', async () => {
    const library = await filled(newLibrary());
    const retriever = new Retriever({ index: library.reader(), withoutEmbedder: 'It was not fetched.' });
    const { passages, degraded } = await retriever.retrieve('automobiles', { limit: 5 });
    expect(passages.map(({ paper }) => paper)).toEqual(['10.1_cars']);
    expect(degraded).toEqual([
      { step: 'retrieval', wanted: 'words and vectors', used: 'words', reason: 'It was not fetched.' },
    ]);
  });

  it('falls back to words when the model fails at the question', async () => {
    const embedder = new FakeEmbedder();
    const library = await filled(newLibrary(), embedder);
    embedder.failure = () => new InferenceError('inference/deadline', 'The model was too slow.');
    const { passages, degraded } = await new Retriever({ index: library.reader(), embedder }).retrieve('automobile', {
      limit: 5,
    });
    expect(passages.map(({ paper }) => paper)).toEqual(['10.1_cars']);
    expect(degraded.map(({ step, used, reason }) => [step, used, reason])).toEqual([
      ['retrieval', 'words', 'The model was too slow.'],
      ['rerank', 'fused order', 'The model gave no token vectors of the question.'],
    ]);
  });

  it('goes on with words when vectors and tokens cannot be read', async () => {
    const embedder = new FakeEmbedder();
    const library = await filled(newLibrary(), embedder);
    const index = library.reader();
    index.searchVector = index.tokenVectors = async () => {
      throw new RetrievalError('retrieval/damaged-index', 'A file is damaged.');
    };
    const { passages, degraded } = await new Retriever({ index, embedder }).retrieve('automobile', { limit: 5 });
    expect(passages.map(({ paper }) => paper)).toEqual(['10.1_cars']);
    expect(degraded.map(({ step, used, reason }) => [step, used, reason])).toEqual([
      ['retrieval', 'words', 'A file is damaged.'],
      ['rerank', 'fused order', 'A file is damaged.'],
    ]);
  });

  it('says which part of the passages has vectors', async () => {
    const embedder = new FakeEmbedder();
    const library = await filled(newLibrary(), embedder);
    await library.add('10.1/new', ['A vehicle that is new.']);
    await (await library.indexer(embedder)).catchUp();
    const retriever = new Retriever({ index: library.reader(), embedder });
    const { passages, degraded } = await retriever.retrieve('new automobile', { limit: 9 });
    expect(passages.map(({ paper }) => paper)).toContain('10.1_new');
    expect(degraded.map(({ step, wanted, used }) => [step, wanted, used])).toEqual([
      ['retrieval', 'vectors of 5 passages', 'vectors of 4'],
      ['rerank', 'maxsim', '4 of 5 passages reranked'],
    ]);
  });

  it('searches words alone until the first vectors are there', async () => {
    const embedder = new FakeEmbedder();
    const library = newLibrary();
    await library.add('10.1/a', ['A vehicle.']);
    await (await library.indexer(embedder)).catchUp();
    const { degraded } = await new Retriever({ index: library.reader(), embedder }).retrieve('vehicle', { limit: 1 });
    expect(degraded[0]).toMatchObject({ used: 'words', reason: 'No passage has been embedded yet.' });
  });

  it('keeps to the filter in both legs', async () => {
    const embedder = new FakeEmbedder();
    const library = await filled(newLibrary(), embedder);
    const retriever = new Retriever({ index: library.reader(), embedder });
    const filter = { papers: new Set(['10.1_trees', '10.1_graphs']) };
    const { passages } = await retriever.retrieve('vehicle fuel', { limit: 9, filter });
    expect(passages.map(({ paper }) => paper).toSorted()).toEqual(['10.1_graphs', '10.1_trees']);
  });

  it.each([
    ['nothing', '', 0],
    ['blanks', '  \n', 0],
    ['half a character', '\ud83d automobile', 1],
    ['20,000 characters', `automobile ${'x'.repeat(19_989)}`, 1],
    ['another language', 'Какой автомобиль?', 1],
  ])('takes a question of %s', async (_, question, least) => {
    const embedder = new FakeEmbedder();
    const library = await filled(newLibrary(), embedder);
    const retriever = new Retriever({ index: library.reader(), embedder });
    const { passages, degraded } = await retriever.retrieve(question, { limit: 3 });
    expect(passages.length).toBeGreaterThanOrEqual(least);
    expect(degraded.map(({ wanted }) => wanted)).toEqual(question.length > 2000 ? ['the whole question'] : []);
  });

  it('leaves the reranking out when the time is up, and says so', async () => {
    const embedder = new FakeEmbedder();
    const library = await filled(newLibrary(), embedder);
    let time = 0;
    const retriever = new Retriever({ index: library.reader(), embedder, now: () => (time += 30) });
    const { passages, degraded } = await retriever.retrieve('automobile', { limit: 3, deadlineMs: 1 });
    expect(passages[0]?.methods.map(({ name }) => name)).toEqual(['bm25', 'dense', 'fused']);
    expect(degraded).toEqual([
      { step: 'rerank', wanted: 'maxsim', used: 'fused order', reason: 'The time for the answer was used up.' },
    ]);
  });

  it('ends when it is cancelled', async () => {
    const embedder = new FakeEmbedder();
    const library = await filled(newLibrary(), embedder);
    const retriever = new Retriever({ index: library.reader(), embedder });
    const run = retriever.retrieve('automobile', { limit: 3, signal: AbortSignal.abort() });
    await expect(run).rejects.toThrow(coded('retrieval/cancelled'));
  });

  it('applies rerankers one after the other', async () => {
    const embedder = new FakeEmbedder();
    const library = await filled(newLibrary(), embedder);
    const last: Reranker = {
      name: 'last-first',
      rerank: async (_, candidates) => ({ scores: candidates.map((_each, i) => i), degraded: [] }),
    };
    const plain = new Retriever({ index: library.reader(), embedder, rerankers: [] });
    const turned = new Retriever({ index: library.reader(), embedder, rerankers: [last] });
    const order = async (retriever: Retriever) =>
      (await retriever.retrieve('automobile', { limit: 9 })).passages.map(({ paper }) => paper);
    expect(await order(turned)).toEqual((await order(plain)).toReversed());
  });

  it('adds up what words, vectors and tokens say, each with its weight', async () => {
    const embedder = new FakeEmbedder();
    const library = await filled(newLibrary(), embedder);
    const settings = { blend: { words: 3, tokens: 0.5 } };
    const retriever = new Retriever({ index: library.reader(), embedder, settings });
    const { passages } = await retriever.retrieve('car needs fuel', { limit: 9 });
    const found = passages.map(({ methods }) => new Map(methods.map(({ name, score }) => [name, score])));
    const words = found.flatMap((scores) => scores.get('bm25') ?? []);
    const [least, most] = [Math.min(...words), Math.max(...words)];
    for (const scores of found) {
      const normal = ((scores.get('bm25') ?? least) - least) / (most - least);
      const sum = 3 * normal + (scores.get('dense') ?? NaN) + 0.5 * (scores.get('maxsim') ?? NaN);
      expect(scores.get('blend')).toBeCloseTo(sum, 6);
    }
    const sums = passages.map(({ score }) => score);
    expect(sums).toEqual(sums.toSorted((a, b) => b - a));
  });

  it('names what really made the scores, and only models that took part', async () => {
    const embedder = new FakeEmbedder();
    const library = await filled(newLibrary(), embedder);
    const model = { name: 'wanted', digest: 'a'.repeat(64), dimensions: 1, maxTokens: 8, licence: 'CC-BY-NC-4.0' };
    const note = { step: 'rerank', wanted: 'wanted', used: 'fallback', reason: 'It was too slow.' };
    const reranker = (method?: string): Reranker => ({
      name: 'wanted',
      model: { ...model, commercial: false },
      rerank: (_, candidates) =>
        Promise.resolve({
          scores: candidates.map((_each, i) => (method === 'none' ? undefined : i)),
          degraded: method === undefined ? [] : [note],
          ...(method === undefined ? {} : { method }),
        }),
    });
    const found = async (method?: string) => {
      const rerankers = [reranker(method)];
      const { passages, models } = await new Retriever({ index: library.reader(), embedder, rerankers }).retrieve(
        'fuel',
        {
          limit: 1,
        },
      );
      return { last: passages[0]?.methods.at(-1)?.name, models: models?.map(({ role, name }) => [role, name]) };
    };
    const own = ['embedder', embedder.model.name];
    expect(await found()).toEqual({ last: 'wanted', models: [own, ['reranker', 'wanted']] });
    expect(await found('fallback')).toEqual({ last: 'fallback', models: [own] });
    expect(await found('none')).toEqual({ last: 'fused', models: [own] });
  });

  it('adds a second score with a weight to the sum before it', async () => {
    const embedder = new FakeEmbedder();
    const library = await filled(newLibrary(), embedder);
    const tokens = new MaxSimReranker(library.reader(), embedder.model, () => 0, 4);
    const constant: Reranker = {
      name: 'constant',
      weight: 10,
      rerank: (_, candidates) => Promise.resolve({ scores: candidates.map(() => 1), degraded: [] }),
    };
    const scores = async (rerankers: readonly Reranker[]) => {
      const retriever = new Retriever({ index: library.reader(), embedder, rerankers });
      return (await retriever.retrieve('vehicle fuel', { limit: 4 })).passages.map(({ iri, score }) => [iri, score]);
    };
    const without = await scores([tokens]);
    expect(await scores([tokens, constant])).toEqual(
      without.map(([iri, score]) => [iri, expect.closeTo(Number(score) + 10, 6)]),
    );
  });

  it('leaves time to answer when a reranker uses up all it has', async () => {
    const library = await filled(newLibrary());
    const left: number[] = [];
    const slow: Reranker = {
      name: 'slow',
      rerank: (_, candidates, options) => {
        left.push(options?.deadlineMs ?? Infinity);
        return Promise.resolve({ scores: candidates.map(() => undefined), degraded: [] });
      },
    };
    const retriever = new Retriever({ index: library.reader(), rerankers: [slow], now: () => 0 });
    await retriever.retrieve('fuel', { limit: 1, deadlineMs: 1000 });
    await retriever.retrieve('fuel', { limit: 1, deadlineMs: 50 });
    await retriever.retrieve('fuel', { limit: 1 });
    expect(left).toEqual([900, 0, Infinity]);
  });

  it('gives a reranker no more passages than it takes', async () => {
    const embedder = new FakeEmbedder();
    const library = await filled(newLibrary(), embedder);
    const given: number[] = [];
    const slow: Reranker = {
      name: 'slow',
      depth: 2,
      rerank: async (_, candidates) => {
        given.push(candidates.length);
        return { scores: candidates.map((_each, i) => i), degraded: [] };
      },
    };
    const retriever = new Retriever({ index: library.reader(), embedder, rerankers: [slow] });
    const plain = new Retriever({ index: library.reader(), embedder, rerankers: [] });
    const order = async (from: Retriever) =>
      (await from.retrieve('automobile', { limit: 9 })).passages.map(({ paper }) => paper);
    const [first, second, ...rest] = await order(plain);
    expect(await order(retriever)).toEqual([second, first, ...rest]);
    expect(given).toEqual([2]);
  });
});
