import { describe, expect, it } from '@jest/globals';
import type { Corpus } from '@askg/corpus';
import { pipeline, pipelines, withRecogniser } from '../stages.ts';
import { jats, useTestFolder } from '../testing/test-folder.ts';
import { type ReadPaper, readPaper } from './read-paper.ts';

const folder = useTestFolder();
const lease = { owner: 'test', now: 0, leaseMs: 1000 };
const steps = { enter: async () => undefined, now: () => 0 };

function queue(corpus: Corpus, text: string): string {
  const source = corpus.addSource(Buffer.from(text)).digest;
  corpus.jobs.enqueue([{ source, path: `/papers/${source}.xml`, format: 'jats' }], pipeline);
  return source;
}

async function readNext(corpus: Corpus, options: { restoreRemoved?: boolean } = {}): Promise<ReadPaper> {
  const job = corpus.jobs.claim(lease);
  if (!job) throw new Error('no job waits');
  const paper = await readPaper(corpus, job, { ...steps, ...options });
  corpus.jobs.finish(job.source, lease.owner);
  return paper;
}

/** One page with nothing written on it. */
const blankPdf = [
  '%PDF-1.4',
  '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
  '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
  '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> endobj',
  'trailer << /Root 1 0 R /Size 4 >>',
  '%%EOF',
].join('\n');

describe('reading a paper', () => {
  it('counts a PDF without text as read until a recogniser is installed, and other files after that too', async () => {
    const corpus = folder.corpus();
    const source = corpus.addSource(Buffer.from(blankPdf)).digest;
    corpus.jobs.enqueue([{ source, path: '/papers/scan.pdf', format: 'pdf' }], pipeline);
    await readNext(corpus);
    queue(corpus, jats('A study', '10.1234/abc'));
    await readNext(corpus);
    expect(corpus.jobs.enqueue(corpus.jobs.list(), pipelines)).toEqual([]);
    const later = [pipeline, withRecogniser('tesseract.js@99.0.0')];
    expect(corpus.jobs.enqueue(corpus.jobs.list(), later)).toEqual([source]);
  });

  it('commits a graph that tells its stages, under the key of its DOI', async () => {
    const corpus = folder.corpus();
    const source = queue(corpus, jats('A study', '10.1234/ABC'));
    expect(await readNext(corpus)).toMatchObject({ key: '10.1234_abc', title: 'A study', unchanged: false });
    const paper = corpus.paper('10.1234/abc');
    expect(paper).toMatchObject({ source, state: 'committed', aliases: ['doi:10.1234/abc'] });
    const graph = await corpus.readGraph(paper?.graphDigest ?? '');
    expect(graph).toContain('"read/');
    expect(graph).toContain('"This is A study."');
  });

  it('gives the same graph for the same bytes, in another corpus too', async () => {
    const corpus = folder.corpus();
    queue(corpus, jats('A study', '10.1234/abc'));
    await readNext(corpus);
    const first = corpus.paper('10.1234/abc')?.graphDigest;
    const again = corpus.jobs.enqueue(corpus.jobs.list(), pipeline, { again: true });
    expect(again).toHaveLength(1);
    expect(await readNext(corpus)).toMatchObject({ unchanged: true });
    expect(corpus.paper('10.1234/abc')?.graphDigest).toBe(first);
  });

  it('reads on when another source of the paper is committed meanwhile', async () => {
    const corpus = folder.corpus();
    queue(corpus, jats('First form', '10.1234/abc'));
    queue(corpus, jats('Second form', '10.1234/ABC'));
    const job = corpus.jobs.claim(lease);
    if (!job) throw new Error('no job waits');
    const paper = await readPaper(corpus, job, {
      ...steps,
      enter: async (stage) => {
        if (stage === 'mapping') await readNext(corpus);
      },
    });
    expect(paper.key).toBe('10.1234_abc');
    expect(corpus.papers().filter(({ state }) => state === 'committed')).toHaveLength(1);
  });

  it('leaves a removed paper out, unless it shall come back', async () => {
    const corpus = folder.corpus();
    queue(corpus, jats('A study', '10.1234/abc'));
    await readNext(corpus);
    await corpus.removePaper('10.1234/abc');
    queue(corpus, jats('A study', '10.1234/abc'));
    const job = corpus.jobs.claim(lease);
    if (!job) throw new Error('no job waits');
    await expect(readPaper(corpus, job, steps)).rejects.toMatchObject({ code: 'corpus/removed' });
    await readPaper(corpus, job, { ...steps, restoreRemoved: true });
    expect(corpus.paper('10.1234/abc')?.state).toBe('committed');
  });

  it('commits nothing when it is ended between two stages', async () => {
    const corpus = folder.corpus();
    queue(corpus, jats('A study', '10.1234/abc'));
    const job = corpus.jobs.claim(lease);
    if (!job) throw new Error('no job waits');
    const enter = async (stage: string): Promise<void> => {
      if (stage === 'mapping') throw new Error('ended');
    };
    await expect(readPaper(corpus, job, { ...steps, enter })).rejects.toThrow('ended');
    expect(corpus.snapshot().graphs).toEqual([]);
  });
});
