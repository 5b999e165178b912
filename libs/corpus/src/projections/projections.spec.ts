import { describe, expect, it } from '@jest/globals';
import { useCorpora } from '../testing/test-corpus.ts';
import { add } from '../testing/test-paper.ts';

const corpora = useCorpora();

describe('a projection', () => {
  it('says which version of each graph it holds', () => {
    const { projections } = corpora.create();
    projections.reset('passages', 'one');
    projections.set('passages', 'http://a/2', 'digest 2');
    projections.set('passages', 'http://a/1', 'digest 1');
    projections.set('passages', 'http://a/2', 'digest 3');
    expect([...projections.standing('passages')]).toEqual([
      ['http://a/1', 'digest 1'],
      ['http://a/2', 'digest 3'],
    ]);
    projections.set('passages', 'http://a/1', null);
    expect([...projections.standing('passages').keys()]).toEqual(['http://a/2']);
    expect(projections.standing('vectors').size).toBe(0);
  });

  it('is forgotten when it is built anew, and only that one', () => {
    const { projections } = corpora.create();
    for (const name of ['passages', 'vectors'] as const) {
      projections.reset(name, `first ${name}`);
      projections.set(name, 'http://a/1', 'digest 1');
    }
    projections.reset('vectors', 'second');
    expect([projections.instance('passages'), projections.instance('vectors')]).toEqual(['first passages', 'second']);
    expect([projections.standing('passages').size, projections.standing('vectors').size]).toEqual([1, 0]);
  });

  it('can get another mark and keep what it holds', () => {
    const { projections } = corpora.create();
    projections.reset('sparql', 'one');
    projections.set('sparql', 'http://a/1', 'digest 1');
    projections.remark('sparql', 'two');
    expect([projections.instance('sparql'), projections.standing('sparql').size]).toEqual(['two', 1]);
  });

  it('has no mark before it was first built, and takes no records then', () => {
    const { projections } = corpora.create();
    expect(projections.instance('passages')).toBeUndefined();
    expect(() => projections.set('passages', 'http://a/1', 'digest 1')).toThrow(/FOREIGN KEY/);
  });

  it('moves the state of a paper on, as long as it holds the graph that stands', async () => {
    const corpus = corpora.create();
    const { key } = await add(corpus, { text: 'one', source: 'x' });
    const graph = corpus.graphName(key);
    const state = () => corpus.paper(key)?.state;
    const digest = corpus.paper(key)?.graphDigest ?? '';
    corpus.projections.reset('passages', 'i');
    corpus.projections.reset('vectors', 'i');
    expect(state()).toBe('committed');
    corpus.projections.set('passages', graph, digest);
    expect(state()).toBe('indexed');
    corpus.projections.set('vectors', graph, digest);
    expect(state()).toBe('embedded');
    await add(corpus, { text: 'two', source: 'x', pipeline: 'p2' });
    expect(state()).toBe('committed');
  });
});

describe('the lease of the indexer', () => {
  it('is held by one at a time', () => {
    const corpus = corpora.create();
    const lease = corpus.takeIndexerLease();
    expect(lease).toBeDefined();
    expect(corpus.takeIndexerLease()).toBeUndefined();
    lease?.release();
    corpus.takeIndexerLease()?.release();
    expect(corpus.takeIndexerLease()).toBeDefined();
  });
});
