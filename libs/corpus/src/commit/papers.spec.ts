import { Paper } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { useCorpora } from '../testing/test-corpus.ts';
import { add, queue } from '../testing/test-paper.ts';

const corpora = useCorpora();
const coded = (code: string): unknown => expect.objectContaining({ code });
const problem = { type: 'x', code: 'ddm/malformed-xml' as const, title: 'Bad', detail: 'At line 1.' };

describe('the list of papers', () => {
  it('has the contract’s shape in every state', async () => {
    const corpus = corpora.create();
    const finding = { code: 'ddm/odd', severity: 'info' as const, message: 'Odd.' };
    const { graph } = await add(corpus, { text: 'stands', identifiers: { doi: '10.1/b' }, findings: [finding] });
    await add(corpus, { text: 'goes', identifiers: { doi: '10.1/a' } });
    await corpus.removePaper('10.1/a');
    for (const job of corpus.jobs.list()) {
      corpus.jobs.claim({ owner: 'w', now: 0, leaseMs: 10 });
      corpus.jobs.finish(job.source, 'w');
    }
    const failing = queue(corpus, { text: 'fails' });
    corpus.jobs.claim({ owner: 'w', now: 0, leaseMs: 10 });
    corpus.jobs.fail(failing, 'w', problem);
    const waiting = queue(corpus, { text: 'waits', format: 'pdf' });
    const papers = corpus.papers();
    for (const paper of papers) expect(Paper.strict().parse(paper)).toEqual(paper);
    expect(papers).toMatchObject([
      { key: '10.1_a', state: 'removed', version: 1, aliases: ['doi:10.1/a'] },
      { key: '10.1_b', state: 'committed', version: 1, graphDigest: graph, title: 'stands', findings: [finding] },
      { state: 'failed', source: failing, version: 0, problem },
      { state: 'queued', source: waiting, version: 0, format: 'pdf' },
    ]);
    expect(papers[0]).not.toHaveProperty('graphDigest');
    expect(corpus.paper('10.1/A')).toEqual(papers[0]);
  });

  it('shows a paper that is being read anew as it stands', async () => {
    const corpus = corpora.create();
    const { source } = await add(corpus, { text: 'one', source: 'x' });
    corpus.jobs.claim({ owner: 'w', now: 0, leaseMs: 10 });
    corpus.jobs.finish(source, 'w');
    queue(corpus, { text: 'one', source: 'x', pipeline: 'p2' });
    expect(corpus.jobs.find(source)?.state).toBe('queued');
    expect(corpus.papers()).toMatchObject([{ state: 'committed', version: 1 }]);
  });
});

describe('removing a paper', () => {
  it('leaves a tombstone that refuses it, by any of its identifiers and its bytes', async () => {
    const corpus = corpora.create();
    const paper = { text: 'one', source: 'x', identifiers: { doi: '10.1/one', arxiv: '2101.00001' } };
    await add(corpus, paper);
    await corpus.removePaper('arxiv:2101.00001v1');
    expect(corpus.snapshot().graphs).toEqual([]);
    await expect(add(corpus, paper)).rejects.toEqual(coded('corpus/removed'));
    await expect(add(corpus, { text: 'pre', identifiers: { arxiv: '2101.00001' } })).rejects.toEqual(
      coded('corpus/removed'),
    );
    await expect(corpus.removePaper('10.1/one')).rejects.toEqual(coded('corpus/removed'));
    await expect(corpus.removePaper('10.1/two')).rejects.toEqual(coded('corpus/unknown-paper'));
    const nameless = await add(corpus, { text: 'nameless' });
    await corpus.removePaper(nameless.key);
    await expect(add(corpus, { text: 'nameless' })).rejects.toEqual(coded('corpus/removed'));
    expect(corpus.commitNumber()).toBe(4);
  });

  it('is undone by lifting the tombstone and reading the paper again', async () => {
    const corpus = corpora.create();
    const before = await add(corpus, { text: 'one', identifiers: { doi: '10.1/one' } });
    await corpus.removePaper(before.key);
    expect(corpus.liftTombstone(before.key)).toBe(true);
    expect(corpus.liftTombstone(before.key)).toBe(false);
    expect(corpus.paper(before.key)).toBeUndefined();
    expect(corpus.papers()).toEqual([]);
    const after = await add(corpus, { text: 'one', identifiers: { doi: '10.1/one' } });
    expect(after).toMatchObject({ key: before.key, graph: before.graph, version: 2, unchanged: false });
    expect(corpus.papers()).toMatchObject([{ state: 'committed', graphDigest: before.graph }]);
  });
});
