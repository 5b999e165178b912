import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { Corpus } from '../corpus.ts';
import { restore } from '../maintenance/restore.ts';
import { mayMount, mountReadOnly, mountSmallDisk, unmount } from '../testing/mounts.ts';
import { hear } from '../testing/start-process.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { add, openCorpus } from '../testing/test-paper.ts';

// Processes are started and killed, and disks synced: slow on a busy machine.
jest.setTimeout(60_000);
const corpora = useCorpora();
const coded = (code: string): unknown => expect.objectContaining({ code });
const long = (): string => randomBytes(30_000).toString('hex');

async function expectSound(corpus: Corpus): Promise<void> {
  for await (const { faults } of corpus.verify()) {
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  }
  expect(readdirSync(join(corpus.folder, 'tmp'))).toEqual([]);
  for (const { digest } of corpus.snapshot().graphs) await corpus.readGraph(digest);
}

// Only root may mount; the limit on file sizes below runs everywhere.
(mayMount ? describe : describe.skip)('a disk without space (skipped where this user may not mount one)', () => {
  it('refuses the commit and leaves the corpus as it was', async () => {
    const folder = corpora.folder();
    mountSmallDisk(folder, '2m');
    try {
      const corpus = openCorpus(folder);
      let error: unknown;
      let committed = 0;
      try {
        for (;;) {
          await add(corpus, { text: long(), source: `paper ${committed}` });
          committed += 1;
        }
      } catch (reason) {
        error = reason;
      }
      expect(error).toEqual(coded('corpus/disk-full'));
      expect(corpus.commitNumber()).toBe(committed);
      expect(committed).toBeGreaterThan(3);
      await expectSound(corpus);
      corpus.close();
    } finally {
      unmount(folder);
    }
  });

  it('refuses a backup and a restore, and leaves what was there', async () => {
    const corpus = corpora.create();
    for (let n = 0; n < 20; n++) await add(corpus, { text: long() });
    const small = corpora.folder();
    mountSmallDisk(small, '1m');
    try {
      await expect(corpus.backup(join(small, 'backup'))).rejects.toEqual(coded('corpus/disk-full'));
    } finally {
      unmount(small);
    }
    const whole = corpora.folder();
    await corpus.backup(whole);
    const target = corpora.folder();
    mountSmallDisk(target, '1m');
    try {
      openCorpus(join(target, 'data')).close();
      await expect(restore(whole, join(target, 'data'))).rejects.toEqual(coded('corpus/disk-full'));
      expect(readdirSync(target)).toEqual(['data']);
      const kept = Corpus.open(join(target, 'data'));
      expect(kept.commitNumber()).toBe(0);
      kept.close();
    } finally {
      unmount(target);
    }
  });

  it('refuses to make a corpus, which can be made once there is space', () => {
    const folder = corpora.folder();
    mountSmallDisk(folder, '16k');
    try {
      expect(() => openCorpus(folder)).toThrow(coded('corpus/disk-full'));
      expect(Corpus.exists(folder)).toBe(false);
    } finally {
      unmount(folder);
    }
    openCorpus(folder).close();
  });
});

(mayMount ? describe : describe.skip)(
  'a folder that cannot be written to (skipped where this user may not mount one)',
  () => {
    it('is refused with the reason, and read where nothing must be written', async () => {
      const folder = corpora.folder();
      const corpus = openCorpus(folder);
      const { graph } = await add(corpus, { text: 'one' });
      mountReadOnly(folder);
      try {
        await expect(add(corpus, { text: 'two' })).rejects.toEqual(coded('corpus/read-only'));
        expect(() => corpus.announceServer('http://localhost:1/')).toThrow(coded('corpus/read-only'));
        expect(await corpus.readGraph(graph)).toContain('one');
        expect(() => openCorpus(join(folder, 'new'))).toThrow(coded('corpus/read-only'));
        await expect(corpus.backup(join(folder, 'backup'))).rejects.toEqual(coded('corpus/read-only'));
      } finally {
        unmount(folder);
      }
      expect(corpus.commitNumber()).toBe(1);
      corpus.close();
      mountReadOnly(folder);
      try {
        expect(() => Corpus.open(folder)).toThrow(coded('corpus/read-only'));
      } finally {
        unmount(folder);
      }
    });
  },
);

(existsSync('/bin/bash') ? describe : describe.skip)('a limit on the size of files (skipped without bash)', () => {
  it.each([
    ['graph files', 'fill', 200],
    ['the catalog', 'fill-catalog', 400],
  ])('refuses what no longer fits: %s', async (_, what, kibibytes) => {
    const folder = corpora.folder();
    openCorpus(folder).close();
    expect(await hear(what, folder, kibibytes)).toBe('corpus/disk-full');
    const corpus = Corpus.open(folder);
    await expectSound(corpus);
    const before = corpus.commitNumber();
    expect((await add(corpus, { text: 'after' })).commit).toBe(before + 1);
    corpus.close();
  });
});
