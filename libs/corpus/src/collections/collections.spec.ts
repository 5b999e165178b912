import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { enrichedGraphIri, graphIri } from '@askg/ddm';
import { Corpus } from '../corpus.ts';
import { restore } from '../maintenance/restore.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { add, base, queue } from '../testing/test-paper.ts';

const corpora = useCorpora();
const coded = (code: string) => expect.objectContaining({ code });
const [a, b] = [
  { text: 'one', identifiers: { doi: '10.1/a' } },
  { text: 'two', identifiers: { doi: '10.1/b' } },
];

describe('a collection', () => {
  it('holds papers by key or identifier, each once, and any number of collections may hold one', async () => {
    const corpus = corpora.create();
    await add(corpus, a);
    await add(corpus, b);
    const { collections } = corpus;
    expect(collections.add('mine', ['doi:10.1/a', '10.1_a', '10.1_b'])).toBe(2);
    expect(collections.add('mine', ['10.1_a'])).toBe(0);
    collections.add('other', ['10.1_b']);
    expect(collections.papers('mine')).toEqual(['10.1_a', '10.1_b']);
    expect(collections.list().map(({ name, papers }) => [name, papers])).toEqual([
      ['mine', 2],
      ['other', 1],
    ]);
    expect(collections.remove('mine', ['doi:10.1/b'])).toBe(1);
    expect(collections.papers('mine')).toEqual(['10.1_a']);
    expect(collections.papers('other')).toEqual(['10.1_b']);
  });

  it('takes all of the papers given or none', async () => {
    const corpus = corpora.create();
    await add(corpus, a);
    await add(corpus, b);
    await corpus.removePaper('10.1_b');
    expect(() => corpus.collections.add('mine', ['10.1_a', 'nowhere'])).toThrow(coded('corpus/unknown-paper'));
    expect(() => corpus.collections.add('mine', ['10.1_a', '10.1_b'])).toThrow(coded('corpus/removed'));
    expect(corpus.collections.list()).toEqual([]);
  });

  it.each(['', 'Mine', 'my papers', 'a/b', '-a', 'all', 'none', 'x'.repeat(65), 'é'])('cannot be named %j', (name) => {
    const { collections } = corpora.create();
    expect(() => collections.add(name, [])).toThrow(coded('corpus/invalid-collection'));
  });

  it('that is not there is told apart from an empty one', () => {
    const { collections } = corpora.create();
    collections.add('empty', []);
    expect(collections.papers('empty')).toEqual([]);
    expect(() => collections.papers('absent')).toThrow(coded('corpus/unknown-collection'));
    expect(() => collections.remove('absent', [])).toThrow(coded('corpus/unknown-collection'));
    expect(() => collections.delete('absent')).toThrow(coded('corpus/unknown-collection'));
  });

  it('has another id than an earlier one of the same name', () => {
    const { collections } = corpora.create();
    collections.add('mine', []);
    const before = collections.requireId('mine');
    collections.delete('mine');
    collections.add('mine', []);
    expect(collections.requireId('mine')).not.toBe(before);
    expect(collections.holdings([before]).papers.size).toBe(0);
  });

  it('holds the graphs of its papers, what a model suggested about them included, and no others', async () => {
    const corpus = corpora.create();
    const { graph } = await add(corpus, a);
    await add(corpus, b);
    await corpus.updateLinks();
    await corpus.enrichments.put({
      key: '10.1_a',
      paperGraph: graph,
      model: 'm',
      prompt: 'p',
      tokens: 1,
      nquads: `<${base}paper/10.1_a> <http://purl.org/dc/terms/relation> <${base}x> <${enrichedGraphIri(base, '10.1_a')}> .\n`,
    });
    corpus.collections.add('mine', ['10.1_a']);
    corpus.collections.add('other', ['10.1_b']);
    const idsOf = (...names: string[]) => names.map((name) => corpus.collections.requireId(name));
    expect([...corpus.collections.holdings(idsOf('mine')).graphs]).toEqual([
      graphIri(base, '10.1_a'),
      enrichedGraphIri(base, '10.1_a'),
    ]);
    expect([...corpus.collections.holdings(idsOf('mine', 'other')).papers]).toEqual(['10.1_a', '10.1_b']);
    expect(corpus.collections.holdings([]).graphs.size).toBe(0);
  });
});

describe('files given for a collection', () => {
  it('join it when they are committed, those that were read before at once', async () => {
    const corpus = corpora.create();
    const known = await add(corpus, a);
    const waiting = queue(corpus, b);
    corpus.collections.addSources('mine', [known.source, waiting]);
    expect(corpus.collections.papers('mine')).toEqual(['10.1_a']);
    await add(corpus, b);
    expect(corpus.collections.papers('mine')).toEqual(['10.1_a', '10.1_b']);
  });

  it('do not bring back a paper that was taken out of it when they are read again', async () => {
    const corpus = corpora.create();
    corpus.collections.addSources('mine', [queue(corpus, a)]);
    await add(corpus, a);
    corpus.collections.remove('mine', ['10.1_a']);
    await add(corpus, { ...a, pipeline: 'p2' });
    expect(corpus.collections.papers('mine')).toEqual([]);
  });

  it('of a paper that turns out to be another take their place there', async () => {
    const corpus = corpora.create();
    await add(corpus, b);
    const preprint = { text: 'two', source: 'preprint' };
    const { key } = await add(corpus, preprint);
    corpus.collections.add('mine', [key]);
    await add(corpus, { ...preprint, identifiers: { doi: '10.1/b' }, pipeline: 'p2' });
    expect(corpus.collections.papers('mine')).toEqual(['10.1_b']);
  });
});

describe('collections in the life of a corpus', () => {
  it('lose a paper that is removed, and do not have it again when it comes back', async () => {
    const corpus = corpora.create();
    await add(corpus, a);
    corpus.collections.add('mine', ['10.1_a']);
    await corpus.removePaper('10.1_a');
    expect(corpus.collections.papers('mine')).toEqual([]);
    corpus.liftTombstone('10.1_a');
    await add(corpus, a);
    expect(corpus.collections.papers('mine')).toEqual([]);
  });

  it('outlive rebase, gc, backup and restore, and verify finds no fault', async () => {
    const folder = corpora.folder();
    const made = Corpus.create(folder, { baseIri: base });
    await add(made, a);
    await add(made, b);
    made.collections.add('mine', ['10.1_a']);
    const { secret } = made.keys.add({ label: 'one', collections: ['mine'] });
    made.close();
    const alone = Corpus.open(folder, { exclusive: true });
    await alone.rebase('https://papers.example/id/');
    alone.gc();
    expect([...alone.collections.holdings([alone.collections.requireId('mine')]).graphs]).toEqual([
      'https://papers.example/id/graph/10.1_a',
    ]);
    const backup = join(folder, '..', 'backup');
    await alone.backup(backup);
    alone.collections.delete('mine');
    alone.close();
    await restore(backup, folder);
    const restored = Corpus.open(folder);
    try {
      expect(restored.collections.papers('mine')).toEqual(['10.1_a']);
      expect(restored.keys.holder(secret)?.collections).toEqual([restored.collections.requireId('mine')]);
      for await (const { faults } of restored.verify()) expect(faults).toEqual([]);
    } finally {
      restored.close();
    }
  });
});
