import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FakeEmbedder } from '../testing/fake-embedder.ts';
import { contents } from '../testing/index-contents.ts';
import { wordy } from '../testing/small-paper.ts';
import { useLibraries } from '../testing/test-library.ts';

const newLibrary = useLibraries();

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
