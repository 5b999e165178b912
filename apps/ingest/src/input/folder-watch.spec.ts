import { mkdirSync } from 'node:fs';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { IngestError } from '../ingest-error.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { FolderWatch, type WatchOptions } from './folder-watch.ts';

// Files settle for a while before they count.
jest.setTimeout(30_000);
const folder = useTestFolder();
const never = new AbortController().signal;
let watch: FolderWatch | undefined;
afterEach(async () => {
  await watch?.close();
  watch = undefined;
});

async function open(options: WatchOptions = {}): Promise<FolderWatch> {
  mkdirSync(folder.path('papers'), { recursive: true });
  watch = await FolderWatch.open([folder.path('papers')], { settleMs: 100, ...options });
  return watch;
}

describe('a folder that is watched', () => {
  it.each([
    ['as the file system tells', {}],
    ['by looking', { pollMs: 100 }],
  ])('gives the files that come or change, those below it too, %s', async (_, options) => {
    folder.write('papers/old.xml', '<article/>');
    const papers = await open(options);
    folder.write('papers/2026/new.xml', '<article/>');
    expect(await papers.next(never)).toEqual(new Set([folder.path('papers', '2026', 'new.xml')]));
    folder.write('papers/old.xml', '<article>changed</article>');
    expect(await papers.next(never)).toEqual(new Set([folder.path('papers', 'old.xml')]));
  });

  it('does not give what is hidden, nor what stands in a folder that is left out', async () => {
    const papers = await open({ except: [folder.path('papers', 'data')] });
    folder.write('papers/data/store.xml', 'x');
    folder.write('papers/.git/config', 'x');
    folder.write('papers/.part.xml', 'x');
    folder.write('papers/a.xml', 'x');
    expect(await papers.next(never)).toEqual(new Set([folder.path('papers', 'a.xml')]));
  });

  it('keeps what comes while nobody asks', async () => {
    const papers = await open();
    folder.write('papers/a.xml', 'x');
    folder.write('papers/b.xml', 'x');
    const seen = new Set<string>();
    while (seen.size < 2) for (const path of (await papers.next(never)) ?? []) seen.add(path);
    expect([...seen].toSorted()).toEqual([folder.path('papers', 'a.xml'), folder.path('papers', 'b.xml')]);
  });

  it('is waited for until the signal', async () => {
    const papers = await open();
    const ending = new AbortController();
    const next = papers.next(ending.signal);
    ending.abort();
    expect(await next).toBeUndefined();
  });

  it('has to be there', async () => {
    await expect(FolderWatch.open([folder.path('nowhere')])).rejects.toMatchObject({
      code: 'ingest/not-found' satisfies IngestError['code'],
    });
  });
});
