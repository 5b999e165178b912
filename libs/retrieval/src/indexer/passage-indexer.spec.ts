import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceError } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { FakeEmbedder } from '../testing/fake-embedder.ts';
import { contents, standing } from '../testing/index-contents.ts';
import { wordy } from '../testing/small-paper.ts';
import { useLibraries } from '../testing/test-library.ts';
import type { IndexProgress } from './index-report.ts';

const newLibrary = useLibraries();
const coded = (code: string): unknown => expect.objectContaining({ code });

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
