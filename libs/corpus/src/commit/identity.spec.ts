import { describe, expect, it } from '@jest/globals';
import { useCorpora } from '../testing/test-corpus.ts';
import { add, linkingOf, queue } from '../testing/test-paper.ts';

const corpora = useCorpora();
const coded = (code: string): unknown => expect.objectContaining({ code });

describe('the identity of a paper', () => {
  it('is found by key and by identifier in any case, with or without prefix, resolver and version', async () => {
    const corpus = corpora.create();
    const doi = await add(corpus, { text: 'one', identifiers: { doi: '10.21105/JOSE.00053', pmid: '123' } });
    const arxiv = await add(corpus, { text: 'two', identifiers: { arxiv: '2101.00001v2' } });
    for (const name of [
      doi.key,
      '10.21105/jose.00053',
      'DOI:10.21105/Jose.00053',
      'https://doi.org/10.21105/jose.00053',
      'http://dx.doi.org/10.21105/JOSE.00053',
      'pmid:123',
    ]) {
      expect([name, corpus.resolve(name)]).toEqual([name, doi.key]);
    }
    for (const name of [
      arxiv.key,
      '2101.00001',
      '2101.00001v7',
      'arXiv:2101.00001v1',
      'https://arxiv.org/abs/2101.00001v2',
    ]) {
      expect([name, corpus.resolve(name)]).toEqual([name, arxiv.key]);
    }
    expect(corpus.resolve('10.21105/jose.0005')).toBeUndefined();
    expect(corpus.paper('nothing')).toBeUndefined();
    expect(corpus.paper('pmid:123')?.aliases).toEqual(['doi:10.21105/jose.00053', 'pmid:123']);
  });

  it.each([[['jats', 'pdf']], [['pdf', 'jats']]] as const)(
    'joins sources of one DOI, and the better one makes the graph: %s',
    async (formats) => {
      const corpus = corpora.create();
      const committed = new Map<string, string>();
      for (const format of formats) {
        const { graph } = await add(corpus, { text: format, format, identifiers: { doi: '10.1/One' } });
        committed.set(format, graph);
      }
      expect(corpus.papers()).toMatchObject([
        { key: '10.1_one', format: 'jats', title: 'jats', graphDigest: committed.get('jats') },
      ]);
    },
  );

  it('keeps the key and adds identifiers that are learnt later', async () => {
    const corpus = corpora.create();
    const first = await add(corpus, { text: 'one', source: 'x' });
    const second = await add(corpus, { text: 'one', source: 'x', pipeline: 'p2', identifiers: { doi: '10.1/one' } });
    expect(second.key).toBe(first.key);
    expect(corpus.resolve('10.1/ONE')).toBe(first.key);
    const print = await add(corpus, { text: 'print', format: 'pdf', identifiers: { doi: '10.1/one' } });
    expect(print.key).toBe(first.key);
  });

  it('tells when an identifier belongs to another paper already', async () => {
    const corpus = corpora.create();
    const preprint = await add(corpus, { text: 'preprint', identifiers: { arxiv: '2101.00001' } });
    await add(corpus, { text: 'print', format: 'pdf', identifiers: { doi: '10.1/one' } });
    const both = await add(corpus, { text: 'both', identifiers: { doi: '10.1/one', arxiv: '2101.00001v3' } });
    expect(both.key).toBe('10.1_one');
    expect(corpus.resolve('arxiv:2101.00001')).toBe(preprint.key);
    expect(corpus.paper('10.1/one')?.findings).toMatchObject([
      { code: 'corpus/identifier-taken', severity: 'warning' },
    ]);
  });

  it('moves a source that turns out to be of another paper, and redirects the key it leaves', async () => {
    const corpus = corpora.create();
    const lonely = await add(corpus, { text: 'one', source: 'x', format: 'pdf' });
    const known = await add(corpus, { text: 'one in full', identifiers: { doi: '10.1/one' } });
    const moved = await add(corpus, {
      text: 'one',
      source: 'x',
      format: 'pdf',
      pipeline: 'p2',
      identifiers: { doi: '10.1/one' },
    });
    expect(moved.key).toBe(known.key);
    expect(corpus.papers()).toMatchObject([{ key: known.key, graphDigest: known.graph }]);
    expect(corpus.resolve(lonely.key)).toBe(known.key);
    expect(corpus.snapshot().graphs.map(({ key }) => key)).toEqual([known.key]);
  });

  it('lets the other sources of a paper stand when its best one leaves', async () => {
    const corpus = corpora.create();
    await add(corpus, { text: 'jats', source: 'x', identifiers: { arxiv: '2101.00001' } });
    const pdf = await add(corpus, { text: 'pdf', format: 'pdf', identifiers: { arxiv: '2101.00001' } });
    await add(corpus, { text: 'other', identifiers: { doi: '10.1/one' } });
    await add(corpus, { text: 'jats', source: 'x', pipeline: 'p2', identifiers: { doi: '10.1/one' } });
    expect(corpus.paper('2101.00001')).toMatchObject({ source: pdf.source, graphDigest: pdf.graph, format: 'pdf' });
  });

  it('refuses a graph that was made for a key which is no longer the paper’s', async () => {
    const corpus = corpora.create();
    const source = queue(corpus, { text: 'preprint', format: 'pdf' });
    const identifiers = { arxiv: '2101.00001' };
    const key = corpus.keyFor(identifiers, source);
    await add(corpus, { text: 'print', identifiers: { doi: '10.1/one', ...identifiers } });
    const graph = await corpus.writeGraph('');
    const commit = (): unknown =>
      corpus.commitPaper({
        key,
        source,
        format: 'pdf',
        pipeline: 'p1',
        graph,
        facts: { title: 'preprint', identifiers, findings: [], linking: linkingOf({ text: 'preprint' }) },
        ms: {},
      });
    expect(commit).toThrow(coded('corpus/key-moved'));
    expect(corpus.commitNumber()).toBe(1);
  });
});
