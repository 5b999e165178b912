import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceError } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { searchableText } from '../passages/context-text.ts';
import { wordy } from '../testing/small-paper.ts';
import { FakeEmbedder } from '../testing/fake-embedder.ts';
import { type TestLibrary, useLibraries } from '../testing/test-library.ts';
import type { VectorCache } from '../vectors/vector-cache.ts';
import type { IndexProgress } from './index-report.ts';

const newLibrary = useLibraries();
const coded = (code: string): unknown => expect.objectContaining({ code });

/** What is to be found in all of the index: text of each passage, whether it has a vector and token vectors. */
async function contents(library: TestLibrary, embedder = new FakeEmbedder()): Promise<[string, string][]> {
  const reader = library.reader();
  const words = await reader.searchWords('word1', { limit: 100 });
  const [vector = new Float32Array()] = await embedder.embed('query', ['word1']);
  const near = await reader.searchVector(embedder.model, vector, { limit: 100 });
  const embedded = new Set(near.map(({ passage }) => passage.iri));
  const passages = words.map(({ passage }) => passage);
  const tokens = await reader.tokenVectors(embedder.model, passages);
  const rows = passages.map(({ iri, paper }, i): [string, string] => [
    paper,
    `words${embedded.has(iri) ? ' vector' : ''}${tokens[i] ? ' tokens' : ''}`,
  ]);
  const { vectors } = await reader.counts(embedder.model);
  if (vectors !== embedded.size) throw new Error(`${vectors} vectors, ${embedded.size} found`);
  return rows.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Keys of the papers of a projection that stands at their present graphs. */
function standing({ corpus }: TestLibrary, name: 'passages' | 'vectors'): string[] {
  return [...corpus.projections.standing(name)].map(([graph]) => graph.slice(graph.lastIndexOf('/') + 1));
}

describe('the indexer', () => {
  it('makes words searchable at once, and lets vectors follow', async () => {
    const library = newLibrary();
    const embedder = new FakeEmbedder();
    await library.add('10.1/a', [wordy(5)]);
    await library.add('10.1/b', [wordy(6)]);
    const indexer = await library.indexer(embedder);
    expect(await indexer.catchUp()).toEqual({ added: 2, removed: 0, failed: [] });
    expect(await contents(library)).toEqual([
      ['10.1_a', 'words'],
      ['10.1_b', 'words'],
    ]);
    expect(library.corpus.paper('10.1_a')?.state).toBe('indexed');
    expect(await indexer.embedPending()).toEqual({ added: 2, removed: 0, failed: [] });
    expect(await contents(library)).toEqual([
      ['10.1_a', 'words vector tokens'],
      ['10.1_b', 'words vector tokens'],
    ]);
    expect(library.corpus.paper('10.1_a')?.state).toBe('embedded');
    expect(new Set(embedder.calls.map(({ kind, priority }) => `${kind} ${priority}`))).toEqual(
      new Set(['passage background']),
    );
  });

  it('embeds passages with their title and headings', async () => {
    const library = newLibrary();
    const embedder = new FakeEmbedder();
    await library.add('10.1/a', ['A text.']);
    const indexer = await library.indexer(embedder);
    await indexer.catchUp();
    await indexer.embedPending();
    expect(embedder.calls.map(({ texts }) => texts)).toEqual([['Paper 10.1/a\nFindings\nA text.']]);
  });

  it('does nothing when nothing has changed', async () => {
    const library = newLibrary();
    const embedder = new FakeEmbedder();
    await library.add('10.1/a', [wordy(5)]);
    const indexer = await library.indexer(embedder);
    await indexer.catchUp();
    await indexer.embedPending();
    embedder.calls.length = 0;
    const again = await library.indexer(embedder);
    expect(await again.catchUp()).toEqual({ added: 0, removed: 0, failed: [] });
    expect(await again.embedPending()).toEqual({ added: 0, removed: 0, failed: [] });
    expect(embedder.calls).toEqual([]);
  });

  it('leaves nothing of a paper that was removed, nor of the version before', async () => {
    const library = newLibrary();
    const embedder = new FakeEmbedder();
    await library.add('10.1/a', [wordy(150), wordy(150)]);
    await library.add('10.1/b', [wordy(5)]);
    const indexer = await library.indexer(embedder);
    await indexer.catchUp();
    await indexer.embedPending();
    await library.add('10.1/a', [wordy(7)]);
    await library.corpus.removePaper('10.1/b');
    expect(await indexer.catchUp()).toEqual({ added: 1, removed: 1, failed: [] });
    expect(await contents(library)).toEqual([['10.1_a', 'words']]);
    await indexer.embedPending();
    expect(await contents(library)).toEqual([['10.1_a', 'words vector tokens']]);
    expect([standing(library, 'passages'), standing(library, 'vectors')]).toEqual([['10.1_a'], ['10.1_a']]);
    const tokenFiles = readdirSync(join(library.folder, 'projections'), { recursive: true })
      .map(String)
      .filter((name) => /\.(tokens|complete)$/.test(name));
    expect(tokenFiles.length).toBe(2);
  });

  it('keeps a paper that has no text', async () => {
    const library = newLibrary();
    await library.add('10.1/a', []);
    const indexer = await library.indexer(new FakeEmbedder());
    expect((await indexer.catchUp()).added).toBe(1);
    expect((await indexer.embedPending()).added).toBe(1);
    expect(library.corpus.paper('10.1_a')?.state).toBe('embedded');
  });

  it('goes on where a run was ended, and embeds nothing twice', async () => {
    const library = newLibrary();
    const embedder = new FakeEmbedder();
    const paragraphs = Array.from({ length: 70 }, () => wordy(150));
    await library.add('10.1/a', paragraphs);
    await library.add('10.1/b', [wordy(5)]);
    const indexer = await library.indexer(embedder);
    await indexer.catchUp();
    const stop = new AbortController();
    embedder.failure = () => {
      if (embedder.calls.length === 2) stop.abort();
      return undefined;
    };
    await expect(indexer.embedPending({ signal: stop.signal })).rejects.toThrow(coded('retrieval/cancelled'));
    const counts = await library.reader().counts(embedder.model);
    expect(counts.vectors).toBeGreaterThan(0);
    expect(counts.vectors).toBeLessThan(counts.passages);
    expect(standing(library, 'vectors')).toEqual([]);
    embedder.failure = () => undefined;
    const again = await library.indexer(embedder);
    await again.embedPending();
    const texts = embedder.calls.flatMap((call) => call.texts);
    expect(texts.length).toBe(71);
    expect((await contents(library)).every(([, held]) => held === 'words vector tokens')).toBe(true);
    expect(standing(library, 'vectors')).toEqual(['10.1_a', '10.1_b']);
  });

  it('ends the words between papers when it is cancelled', async () => {
    const library = newLibrary();
    await library.add('10.1/a', [wordy(5)]);
    await library.add('10.1/b', [wordy(5)]);
    const indexer = await library.indexer();
    const stop = new AbortController();
    const run = indexer.catchUp({ signal: stop.signal, progress: () => stop.abort() });
    await expect(run).rejects.toThrow(coded('retrieval/cancelled'));
    expect(standing(library, 'passages')).toEqual(['10.1_a']);
    expect(await indexer.catchUp()).toEqual({ added: 1, removed: 0, failed: [] });
  });

  it('tells how far it is', async () => {
    const library = newLibrary();
    await library.add('10.1/a', [wordy(5)]);
    await library.add('10.1/b', [wordy(5)]);
    const indexer = await library.indexer(new FakeEmbedder());
    const told: IndexProgress[] = [];
    await indexer.catchUp({ progress: (progress) => told.push(progress) });
    await indexer.embedPending({ progress: (progress) => told.push(progress) });
    expect(told.map(({ step, done, total, paper }) => `${step} ${done}/${total} ${paper}`)).toEqual([
      'words 1/2 10.1_a',
      'words 2/2 10.1_b',
      'vectors 1/2 10.1_a',
      'vectors 2/2 10.1_b',
    ]);
  });

  it('reports papers that it cannot take in, and takes in the others', async () => {
    const library = newLibrary();
    const embedder = new FakeEmbedder();
    await library.add('10.1/a', [wordy(5)]);
    await library.add('10.1/b', [wordy(6)]);
    const broken = library.corpus.paper('10.1_a')?.graphDigest ?? '';
    rmSync(join(library.folder, 'graphs', `${broken}.nq.gz`));
    const indexer = await library.indexer(embedder);
    const { added, failed } = await indexer.catchUp();
    expect([added, failed.map(({ paper, code }) => [paper, code])]).toEqual([1, [['10.1_a', 'corpus/missing-graph']]]);
    embedder.failure = () => new InferenceError('inference/model-failed', 'Out of memory.');
    expect((await indexer.embedPending()).failed.map(({ paper, code }) => [paper, code])).toEqual([
      ['10.1_b', 'inference/model-failed'],
    ]);
    embedder.failure = () => undefined;
    expect((await indexer.embedPending()).added).toBe(1);
  });

  it('ends at once when nothing can be written, and goes on when it can', async () => {
    const library = newLibrary();
    const embedder = new FakeEmbedder();
    await library.add('10.1/a', [wordy(5)]);
    await library.add('10.1/b', [wordy(5)]);
    const indexer = await library.indexer(embedder);
    await indexer.catchUp();
    const [index = ''] = readdirSync(join(library.folder, 'projections')).filter((name) => name !== 'passages.json');
    const obstacle = join(library.folder, 'projections', index, `tokens-fake-${'e'.repeat(12)}`);
    writeFileSync(obstacle, 'A file where a folder is wanted.');
    await expect(indexer.embedPending()).rejects.toThrow(coded('retrieval/damaged-index'));
    expect(embedder.calls.length).toBe(1);
    rmSync(obstacle);
    expect((await indexer.embedPending()).added).toBe(2);
  });

  it('refuses vectors that are none', async () => {
    const library = newLibrary();
    const embedder = new FakeEmbedder();
    await library.add('10.1/a', [wordy(5)]);
    const indexer = await library.indexer(embedder);
    await indexer.catchUp();
    const embedTokens = embedder.embedTokens.bind(embedder);
    embedder.embedTokens = async (...call) =>
      (await embedTokens(...call)).map((each) => ({ ...each, vector: each.vector.fill(NaN) }));
    expect((await indexer.embedPending()).failed).toEqual([coded('retrieval/wrong-vector')]);
    expect((await library.reader().counts(embedder.model)).vectors).toBe(0);
  });

  it('embeds no paper that was removed while it waited', async () => {
    const library = newLibrary();
    const embedder = new FakeEmbedder();
    await library.add('10.1/a', [wordy(5)]);
    await library.add('10.1/b', [wordy(5)]);
    const indexer = await library.indexer(embedder);
    await indexer.catchUp();
    let catchingUp: Promise<unknown> = Promise.resolve();
    embedder.failure = () => {
      if (embedder.calls.length === 1) catchingUp = library.corpus.removePaper('10.1/a').then(() => indexer.catchUp());
      return undefined;
    };
    await indexer.embedPending();
    await catchingUp;
    expect(await contents(library)).toEqual([['10.1_b', 'words vector tokens']]);
    expect(standing(library, 'vectors')).toEqual(['10.1_b']);
  });
});

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

describe('an index that does not belong to its catalog', () => {
  it('is built anew after its folder was deleted', async () => {
    const library = newLibrary();
    const embedder = new FakeEmbedder();
    await library.add('10.1/a', [wordy(5)]);
    const first = await library.indexer(embedder);
    await first.catchUp();
    await first.embedPending();
    await first.close();
    rmSync(join(library.folder, 'projections'), { recursive: true });
    const again = await library.indexer(embedder);
    expect((await again.catchUp()).added).toBe(1);
    expect((await again.embedPending()).added).toBe(1);
    expect(await contents(library)).toEqual([['10.1_a', 'words vector tokens']]);
  });

  it('is built anew, or embedded anew, after some of its tables were deleted', async () => {
    const library = newLibrary();
    const embedder = new FakeEmbedder();
    await library.add('10.1/a', [wordy(5)]);
    for (const [table, words] of [
      ['vectors-fake-eeeeeeeeeeee.lance', 0],
      ['passages.lance', 1],
    ] as const) {
      const indexer = await library.indexer(embedder);
      await indexer.catchUp();
      await indexer.embedPending();
      await indexer.close();
      const instance = library.corpus.projections.instance('passages') ?? '';
      rmSync(join(library.folder, 'projections', `passages-${instance}`, table), { recursive: true });
      const again = await library.indexer(embedder);
      expect((await again.catchUp()).added).toBe(words);
      expect((await again.embedPending()).added).toBe(1);
      expect(await contents(library)).toEqual([['10.1_a', 'words vector tokens']]);
      await again.close();
    }
  });

  it('is built anew when the catalog knows another, and the old one is deleted', async () => {
    const library = newLibrary();
    await library.add('10.1/a', [wordy(5)]);
    const first = await library.indexer();
    await first.catchUp();
    library.corpus.projections.reset('passages', 'one from a backup');
    const again = await library.indexer();
    expect((await again.catchUp()).added).toBe(1);
    expect(readdirSync(join(library.folder, 'projections')).length).toBe(2);
    expect(await contents(library)).toEqual([['10.1_a', 'words']]);
  });

  it('is built anew when its pointer is rubbish', async () => {
    const library = newLibrary();
    await library.add('10.1/a', [wordy(5)]);
    await (await library.indexer()).catchUp();
    const pointer = join(library.folder, 'projections', 'passages.json');
    rmSync(pointer);
    expect((await (await library.indexer()).catchUp()).added).toBe(1);
    expect(await contents(library)).toEqual([['10.1_a', 'words']]);
  });
});
