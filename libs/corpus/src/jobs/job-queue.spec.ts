import { describe, expect, it } from '@jest/globals';
import { Corpus } from '../corpus.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { add, queue } from '../testing/test-paper.ts';

const corpora = useCorpora();
const problem = { type: 'x', code: 'ddm/malformed-xml' as const, title: 'Bad', detail: 'At line 1.' };
const lease = (owner: string, now: number): { owner: string; now: number; leaseMs: number } => ({
  owner,
  now,
  leaseMs: 100,
});

describe('the job queue', () => {
  it('gives files in the order they came, each to one worker', () => {
    const corpus = corpora.create();
    const sources = ['c', 'a', 'b'].map((text) => queue(corpus, { text }));
    expect(corpus.jobs.claim(lease('w1', 0))).toEqual({
      source: sources[0],
      path: `/papers/${sources[0]}`,
      format: 'jats',
      state: 'reading',
      attempts: 1,
      companions: [],
    });
    expect(corpus.jobs.claim(lease('w2', 0))?.source).toBe(sources[1]);
    expect(corpus.jobs.claim(lease('w1', 0))?.source).toBe(sources[2]);
    expect(corpus.jobs.claim(lease('w1', 0))).toBeUndefined();
    expect(corpus.jobs.counts()).toEqual({ reading: 3 });
  });

  it('does not give one job to two processes', () => {
    const corpus = corpora.create();
    const other = Corpus.open(corpus.folder);
    const sources = Array.from({ length: 40 }, (_, n) => queue(corpus, { text: String(n) }));
    const claimed = sources.map((_, n) => (n % 2 ? corpus : other).jobs.claim(lease(`w${n % 2}`, 0))?.source);
    expect(new Set(claimed)).toEqual(new Set(sources));
    other.close();
  });

  it('keeps a job with its worker while the lease lasts or is renewed', () => {
    const { jobs, ...corpus } = withJobs();
    const source = corpus.sources[0] ?? '';
    jobs.claim(lease('w1', 0));
    expect(jobs.claim(lease('w2', 100))).toBeUndefined();
    expect(jobs.advance(source, 'mapping', lease('w1', 90))).toBe(true);
    expect(jobs.claim(lease('w2', 150))).toBeUndefined();
    expect(jobs.find(source)?.state).toBe('mapping');
  });

  it('gives a job whose lease ran out to the next, and takes nothing more from the first', () => {
    const { jobs, sources } = withJobs();
    const source = sources[0] ?? '';
    jobs.claim(lease('w1', 0));
    expect(jobs.claim(lease('w2', 101))).toMatchObject({ source, attempts: 2, state: 'reading' });
    expect(jobs.advance(source, 'mapping', lease('w1', 102))).toBe(false);
    expect(jobs.finish(source, 'w1')).toBe(false);
    expect(jobs.fail(source, 'w1', problem)).toBe(false);
    expect(jobs.release(source, 'w1')).toBe(false);
    expect(jobs.finish(source, 'w2')).toBe(true);
    expect(jobs.find(source)).toMatchObject({ state: 'committed' });
  });

  it('fails a job over which two workers were lost, and goes on with the next', () => {
    const { jobs, sources } = withJobs(2);
    jobs.claim(lease('w1', 0));
    jobs.claim(lease('w2', 101));
    expect(jobs.claim(lease('w3', 202))?.source).toBe(sources[1]);
    expect(jobs.find(sources[0] ?? '')).toMatchObject({ state: 'failed', problem: { code: 'corpus/worker-lost' } });
  });

  it('gives up all that one worker holds, and nothing of another', () => {
    const { jobs, sources } = withJobs(2);
    jobs.claim(lease('w1', 0));
    jobs.claim(lease('w2', 0));
    jobs.releaseAll('w1');
    expect(jobs.find(sources[0] ?? '')).toMatchObject({ state: 'queued', attempts: 0 });
    expect(jobs.find(sources[1] ?? '')).toMatchObject({ state: 'reading', attempts: 1 });
  });

  it('counts a released job as never taken', () => {
    const { jobs, sources } = withJobs();
    for (let turn = 0; turn < 5; turn++) {
      expect(jobs.claim(lease('w1', turn))).toMatchObject({ attempts: 1 });
      expect(jobs.release(sources[0] ?? '', 'w1')).toBe(true);
    }
    expect(jobs.list()).toMatchObject([{ state: 'queued', attempts: 0 }]);
  });

  it('keeps the problem of a failed job until it is tried again', () => {
    const { jobs, sources } = withJobs(3);
    for (const source of sources) {
      jobs.claim(lease('w1', 0));
      jobs.fail(source, 'w1', problem);
    }
    expect(jobs.list().map((job) => job.problem)).toEqual([problem, problem, problem]);
    expect(jobs.retry([sources[1] ?? '', 'unknown'])).toBe(1);
    expect(jobs.find(sources[1] ?? '')).toEqual(expect.not.objectContaining({ problem }));
    expect(jobs.retry()).toBe(2);
    expect(jobs.retry()).toBe(0);
    expect(jobs.counts()).toEqual({ queued: 3 });
    expect(jobs.claim(lease('w1', 0))).toMatchObject({ source: sources[0], attempts: 1 });
  });

  it('takes a file again that failed or that a newer pipeline reads, but none that waits or is being read', async () => {
    const corpus = corpora.create();
    const { jobs } = corpus;
    const { source } = await add(corpus, { text: 'one' });
    const job = [{ source, path: 'p', format: 'jats' as const }];
    expect(jobs.enqueue(job, 'p2')).toEqual([]);
    jobs.claim(lease('w1', 0));
    expect(jobs.enqueue(job, 'p2')).toEqual([]);
    jobs.finish(source, 'w1');
    expect(jobs.enqueue(job, 'p1')).toEqual([]);
    expect(jobs.enqueue([...job, ...job], 'p2')).toEqual([source]);
    jobs.claim(lease('w1', 0));
    jobs.fail(source, 'w1', problem);
    expect(jobs.enqueue(job, 'p2')).toEqual([source]);
    expect(jobs.find(source)).toMatchObject({ state: 'queued', attempts: 0 });
    expect(jobs.find(source)).not.toHaveProperty('problem');
    jobs.claim(lease('w1', 0));
    jobs.finish(source, 'w1');
    expect(jobs.enqueue(job, 'p1', { again: true })).toEqual([source]);
  });

  it('knows nothing of files that were never queued', () => {
    const { jobs } = corpora.create();
    expect(jobs.find('0'.repeat(64))).toBeUndefined();
    expect(jobs.finish('0'.repeat(64), 'w1')).toBe(false);
  });

  function withJobs(count = 1): { jobs: Corpus['jobs']; sources: string[] } {
    const corpus = corpora.create();
    return { jobs: corpus.jobs, sources: Array.from({ length: count }, (_, n) => queue(corpus, { text: String(n) })) };
  }
});
