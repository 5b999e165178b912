import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { tryLock } from '../catalog/file-lock.ts';
import { Corpus } from '../corpus.ts';
import { hear, kill, startProcess } from '../testing/start-process.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { openCorpus } from '../testing/test-paper.ts';
import { waitForLock } from './wait-for-lock.ts';

// Processes are started and killed, and disks synced: slow on a busy machine.
jest.setTimeout(60_000);
const corpora = useCorpora();
const coded = (code: string): unknown => expect.objectContaining({ code });

function closedCorpus(): string {
  const folder = corpora.folder();
  openCorpus(folder).close();
  return folder;
}

describe('the lock of a corpus', () => {
  it('lets any number of handles of one process share it, or one have it alone', () => {
    const folder = closedCorpus();
    const handles = [Corpus.open(folder), Corpus.open(folder), Corpus.open(folder, { readOnly: true })];
    expect(tryLock(join(folder, 'lock.sqlite'), 'exclusive')).toBeUndefined();
    for (const handle of handles) handle.close();
    const alone = Corpus.open(folder, { exclusive: true });
    expect(tryLock(join(folder, 'lock.sqlite'), 'shared')).toBeUndefined();
    alone.close();
    Corpus.open(folder).close();
  });

  it('keeps maintenance out while another process has the corpus open, until that process is killed', async () => {
    const folder = closedCorpus();
    const holder = await startProcess('hold', folder);
    Corpus.open(folder).close();
    expect(() => Corpus.open(folder, { exclusive: true, patienceMs: 100 })).toThrow(/used by another askg command/);
    await kill(holder);
    Corpus.open(folder, { exclusive: true }).close();
  });

  it('keeps everybody out during maintenance, until its process is killed', async () => {
    const folder = closedCorpus();
    const holder = await startProcess('hold-alone', folder);
    expect(() => Corpus.open(folder, { patienceMs: 100 })).toThrow(coded('corpus/locked'));
    await kill(holder);
    Corpus.open(folder).close();
  });

  it('is waited for, since commands end soon', async () => {
    const folder = closedCorpus();
    const holder = await startProcess('hold', folder);
    holder.send('end');
    Corpus.open(folder, { exclusive: true }).close();
    expect(waitForLock(join(folder, 'lock.sqlite'), 'exclusive', 0)?.release()).toBeUndefined();
  });

  it('is that of the folder which has the name now, not of one that was moved away', () => {
    const folder = closedCorpus();
    const moved = Corpus.open(folder, { exclusive: true });
    renameSync(folder, `${folder}-moved`);
    openCorpus(folder).close();
    const lock = tryLock(join(folder, 'lock.sqlite'), 'exclusive');
    expect(lock).toBeDefined();
    lock?.release();
    lock?.release();
    moved.close();
  });
});

describe('making a corpus', () => {
  it('is done by one of several processes at once', async () => {
    const folder = corpora.folder();
    const said = await Promise.all([hear('create', folder), hear('create', folder), hear('create', folder)]);
    expect(said.filter((word) => word === 'created')).toHaveLength(1);
    expect(said.filter((word) => word === 'corpus/exists' || word === 'corpus/locked')).toHaveLength(2);
    Corpus.open(folder).close();
  });
});

describe('gc and rebase', () => {
  it('refuse a corpus that others may have open', async () => {
    const corpus = corpora.create();
    expect(() => corpus.gc()).toThrow(coded('corpus/locked'));
    await expect(corpus.rebase('https://papers.example/')).rejects.toEqual(coded('corpus/locked'));
    expect(corpus.baseIri).not.toBe('https://papers.example/');
  });
});

describe('the running server', () => {
  it('is known by its address until it is killed', async () => {
    const folder = closedCorpus();
    expect(Corpus.runningServer(folder)).toBeUndefined();
    const server = await startProcess('serve', folder);
    const found = { url: 'http://localhost:4321/', pid: server.pid };
    expect(Corpus.runningServer(folder)).toEqual(found);
    expect(() => Corpus.open(folder, { exclusive: true, patienceMs: 100 })).toThrow(
      `the server at http://localhost:4321/ (process ${server.pid})`,
    );
    const corpus = Corpus.open(folder);
    expect(() => corpus.announceServer('http://localhost:1/')).toThrow(
      expect.objectContaining({ code: 'corpus/locked', message: expect.stringContaining('http://localhost:4321/') }),
    );
    expect(Corpus.runningServer(folder)).toEqual(found);
    await kill(server);
    expect(Corpus.runningServer(folder)).toBeUndefined();
    const announced = corpus.announceServer('http://localhost:1/');
    expect(Corpus.runningServer(folder)).toEqual({ url: 'http://localhost:1/', pid: process.pid });
    announced.release();
    expect(Corpus.runningServer(folder)).toBeUndefined();
    corpus.announceServer('http://localhost:2/').release();
    corpus.close();
  });

  it('is none where there is no corpus, or only the address of one that has ended', () => {
    const folder = closedCorpus();
    expect(Corpus.runningServer(`${folder}-not-there`)).toBeUndefined();
    writeFileSync(join(folder, 'server.json'), 'half');
    expect(Corpus.runningServer(folder)).toBeUndefined();
  });
});
