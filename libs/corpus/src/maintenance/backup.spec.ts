import { setTimeout as delay } from 'node:timers/promises';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { Corpus } from '../corpus.ts';
import { kill, startProcess } from '../testing/start-process.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { add, openCorpus } from '../testing/test-paper.ts';
import { manifestName } from './manifest.ts';
import { restore } from './restore.ts';

// Processes are started and killed, and disks synced: slow on a busy machine.
jest.setTimeout(60_000);
const corpora = useCorpora();
const coded = (code: string): unknown => expect.objectContaining({ code });

async function filled(): Promise<Corpus> {
  const corpus = corpora.create();
  await add(corpus, { text: 'one', identifiers: { doi: '10.1/one' }, cited: [{ id: 'ref1', doi: '10.1/two' }] });
  await add(corpus, { text: 'two', identifiers: { doi: '10.1/two' } });
  await add(corpus, { text: 'three', identifiers: { doi: '10.1/three' } });
  await corpus.updateLinks();
  await corpus.removePaper('10.1/three');
  return corpus;
}

/** Every file below a folder with what it holds, but for the lock, which is nobody's state. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !/lock\.sqlite|-shm$|-wal$/.test(path))
      .toSorted()
      .map((path) => [path, readFileSync(path, 'base64')]),
  );
}

async function expectRefused(backup: string, folder: string, code: string): Promise<void> {
  const before = contents(folder);
  const beside = readdirSync(dirname(folder));
  await expect(restore(backup, folder)).rejects.toEqual(coded(code));
  expect(contents(folder)).toEqual(before);
  expect(readdirSync(dirname(folder))).toEqual(beside);
}

describe('a backup', () => {
  it('brings everything back where no corpus was', async () => {
    const corpus = await filled();
    const [target, folder] = [corpora.folder(), corpora.folder()];
    const manifest = await corpus.backup(target);
    expect(manifest).toMatchObject({ ...corpus.snapshotDigest(), files: 6, commit: 5, graphs: 3 });
    expect(await restore(target, folder)).toEqual(manifest);
    const restored = Corpus.open(folder);
    expect([restored.id, restored.baseIri, restored.papers()]).toEqual([corpus.id, corpus.baseIri, corpus.papers()]);
    expect(restored.snapshot(1)).toEqual(corpus.snapshot(1));
    expect(restored.jobs.list()).toEqual(corpus.jobs.list());
    await restored.updateLinks();
    expect(restored.snapshotDigest()).toEqual(corpus.snapshotDigest());
    for await (const { faults } of restored.verify()) expect(faults).toEqual([]);
    restored.close();
    expect(readdirSync(dirname(folder))).toEqual(['data']);
  });

  it('takes the place of the corpus that was there', async () => {
    const [corpus, folder, target] = [await filled(), corpora.folder(), corpora.folder()];
    const other = openCorpus(folder);
    await add(other, { text: 'other' });
    other.close();
    mkdirSync(join(folder, 'models'));
    mkdirSync(join(folder, 'foreign'));
    await corpus.backup(target);
    await restore(target, folder);
    expect(existsSync(join(folder, 'models'))).toBe(true);
    expect(existsSync(join(folder, 'foreign'))).toBe(true);
    const restored = Corpus.open(folder, { readOnly: true });
    expect(restored.snapshotDigest()).toEqual(corpus.snapshotDigest());
    restored.close();
    expect(readdirSync(dirname(folder))).toEqual(['data']);
  });

  it('is brought up to date, without what was removed from the corpus', async () => {
    const corpus = corpora.create();
    const target = corpora.folder();
    const { source, graph, key } = await add(corpus, { text: 'goes' });
    await corpus.backup(target);
    await corpus.removePaper(key);
    await add(corpus, { text: 'comes' });
    corpus.close();
    const alone = Corpus.open(corpus.folder, { exclusive: true });
    alone.gc();
    const manifest = await alone.backup(target);
    expect(manifest).toMatchObject(alone.snapshotDigest());
    alone.close();
    expect(readdirSync(join(target, 'sources'))).not.toContain(source);
    expect(readdirSync(join(target, 'graphs'))).not.toContain(`${graph}.nq.gz`);
    expect(readdirSync(target)).toHaveLength(4);
    expect(await restore(target, corpora.folder())).toEqual(manifest);
  });

  it('that was ended before its manifest leaves the earlier one whole', async () => {
    const corpus = await filled();
    const target = corpora.folder();
    const earlier = await corpus.backup(target);
    const manifest = readFileSync(join(target, manifestName));
    const catalog = readdirSync(target).find((name) => name.startsWith('catalog-')) ?? '';
    const kept = readFileSync(join(target, catalog));
    await add(corpus, { text: 'later' });
    await corpus.backup(target);
    // As it stands just before the manifest changes: both catalogs, the earlier manifest.
    writeFileSync(join(target, catalog), kept);
    writeFileSync(join(target, manifestName), manifest);
    const folder = corpora.folder();
    expect(await restore(target, folder)).toEqual(earlier);
    expect(await corpus.backup(target)).toMatchObject(corpus.snapshotDigest());
  });

  it('is not put into a folder with something else', async () => {
    const corpus = await filled();
    const target = corpora.folder();
    mkdirSync(target);
    writeFileSync(join(target, 'thesis.tex'), 'mine');
    await expect(corpus.backup(target)).rejects.toEqual(coded('corpus/not-empty'));
    await expect(corpus.backup(corpus.folder)).rejects.toEqual(coded('corpus/not-empty'));
    await expect(corpus.backup(join(target, 'thesis.tex'))).rejects.toBeDefined();
    expect(readdirSync(target)).toEqual(['thesis.tex']);
  });

  it('is exactly one commit while another process goes on committing', async () => {
    const corpus = corpora.create();
    const writer = await startProcess('commit', corpus.folder);
    for (let round = 0; round < 3; round++) {
      const [target, folder] = [corpora.folder(), corpora.folder()];
      const before = corpus.commitNumber();
      const manifest = await corpus.backup(target);
      // The writer is at work during each round, however slow the machine.
      while (corpus.commitNumber() === before) await delay(5);
      await restore(target, folder);
      const restored = Corpus.open(folder);
      expect(restored.snapshot()).toEqual(corpus.snapshot(manifest.commit));
      expect(manifest.commit).toBeGreaterThanOrEqual(before);
      restored.close();
    }
    await kill(writer);
  });
});

describe('restoring', () => {
  it('refuses a backup with one damaged or missing file, and touches nothing', async () => {
    const [corpus, folder, target] = [await filled(), corpora.folder(), corpora.folder()];
    const other = openCorpus(folder);
    await add(other, { text: 'other' });
    other.close();
    await corpus.backup(target);
    const copy = corpora.folder();
    for (const path of Object.keys(contents(target)).map((file) => file.slice(target.length + 1))) {
      for (const damage of ['flip', 'remove']) {
        rmSync(copy, { recursive: true, force: true });
        cpSync(target, copy, { recursive: true });
        const bytes = readFileSync(join(copy, path));
        const middle = bytes.length >> 1;
        bytes[middle] = (bytes[middle] ?? 0) ^ 1;
        if (damage === 'remove') rmSync(join(copy, path));
        else writeFileSync(join(copy, path), bytes);
        await expectRefused(copy, folder, 'corpus/damaged-backup');
      }
    }
  });

  it('refuses the manifest of another backup, and a folder that is none', async () => {
    const [corpus, folder, target, later] = [await filled(), corpora.folder(), corpora.folder(), corpora.folder()];
    openCorpus(folder).close();
    await corpus.backup(target);
    await add(corpus, { text: 'later' });
    await corpus.backup(later);
    cpSync(join(later, manifestName), join(target, manifestName));
    await expectRefused(target, folder, 'corpus/damaged-backup');
    await expectRefused(corpus.folder, folder, 'corpus/damaged-backup');
    await expectRefused(join(folder, 'absent'), folder, 'corpus/damaged-backup');
    writeFileSync(join(target, manifestName), 'null');
    await expectRefused(target, folder, 'corpus/damaged-backup');
  });

  it('refuses a folder that holds something else, or a corpus that is open', async () => {
    const [corpus, folder, target] = [await filled(), corpora.folder(), corpora.folder()];
    await corpus.backup(target);
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.tex'), 'mine');
    await expectRefused(target, folder, 'corpus/not-empty');
    const open = corpora.folder();
    openCorpus(open).close();
    const holder = await startProcess('hold', open);
    await expectRefused(target, open, 'corpus/locked');
    await kill(holder);
    await restore(target, open);
  });

  it('that was ended between its two renames is undone by the next who opens the corpus', async () => {
    const [folder, target] = [corpora.folder(), corpora.folder()];
    const corpus = openCorpus(folder);
    await add(corpus, { text: 'one' });
    const { digest } = corpus.snapshotDigest();
    await corpus.backup(target);
    const halfWay = (): void => {
      renameSync(folder, `${folder}.replaced`);
      cpSync(target, `${folder}.restoring`, { recursive: true });
    };
    corpus.close();
    halfWay();
    expect(Corpus.exists(folder)).toBe(true);
    expect(() => openCorpus(folder)).toThrow(coded('corpus/exists'));
    const opened = Corpus.open(folder);
    expect(opened.snapshotDigest().digest).toBe(digest);
    opened.close();
    expect(existsSync(`${folder}.replaced`)).toBe(false);
    rmSync(`${folder}.restoring`, { recursive: true });
    halfWay();
    await restore(target, folder);
    expect(readdirSync(dirname(folder))).toEqual(['data']);
  });

  it('is not disturbed at that point by others who open the corpus', () => {
    const folder = corpora.folder();
    openCorpus(folder).close();
    const restoring = Corpus.open(folder, { exclusive: true });
    renameSync(folder, `${folder}.replaced`);
    expect(() => Corpus.open(folder)).toThrow(coded('corpus/locked'));
    restoring.close();
    Corpus.open(folder).close();
  });

  it('clears away what an ended restore left after its second rename', async () => {
    const [corpus, folder, target] = [await filled(), corpora.folder(), corpora.folder()];
    await corpus.backup(target);
    openCorpus(folder).close();
    cpSync(folder, `${folder}.replaced`, { recursive: true });
    Corpus.open(folder).close();
    await restore(target, folder);
    expect(readdirSync(dirname(folder))).toEqual(['data']);
  });

  it('is done by one at a time', async () => {
    const [corpus, folder, target] = [await filled(), corpora.folder(), corpora.folder()];
    await corpus.backup(target);
    const results = await Promise.allSettled([restore(target, folder), restore(target, folder)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const restored = Corpus.open(folder);
    expect(restored.snapshotDigest()).toEqual(corpus.snapshotDigest());
    restored.close();
  });
});
