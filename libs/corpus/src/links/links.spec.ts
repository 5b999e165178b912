import { describe, expect, it } from '@jest/globals';
import { useCorpora } from '../testing/test-corpus.ts';
import { add } from '../testing/test-paper.ts';

const corpora = useCorpora();

describe('the links of a corpus', () => {
  it('are committed once they change, and go with either paper', async () => {
    const corpus = corpora.create();
    const citing = await add(corpus, {
      text: 'citing',
      identifiers: { doi: '10.1/a' },
      cited: [{ id: 'ref1', doi: '10.1/B' }],
    });
    expect(await corpus.updateLinks()).toEqual({ commit: 1, unchanged: true });
    const cited = await add(corpus, { text: 'cited', identifiers: { doi: '10.1/b' } });
    expect(await corpus.updateLinks()).toEqual({ commit: 3, unchanged: false });
    expect(await corpus.updateLinks()).toEqual({ commit: 3, unchanged: true });
    const links = corpus.snapshot().graphs.find(({ kind }) => kind === 'links');
    expect(links?.name).toBe(corpus.linksGraphName);
    expect(await corpus.readGraph(links?.digest ?? '')).toContain(`${citing.key}/ref1>`);
    expect(await corpus.removePaper(cited.key)).toEqual({ key: cited.key, commit: 4 });
    expect(corpus.changesSince(3).changes.map(({ digest }) => digest)).toEqual([null, null]);
    expect(corpus.snapshot().graphs.map(({ key }) => key)).toEqual([citing.key]);
  });

  it('follow a DOI that is learnt later', async () => {
    const corpus = corpora.create();
    await add(corpus, { text: 'citing', cited: [{ id: 'ref1', doi: '10.1/b' }] });
    await add(corpus, { text: 'cited', source: 'x' });
    expect(await corpus.updateLinks()).toMatchObject({ unchanged: true });
    await add(corpus, { text: 'cited', source: 'x', pipeline: 'p2', identifiers: { doi: '10.1/b' } });
    expect(await corpus.updateLinks()).toMatchObject({ unchanged: false });
  });

  it('hold people in a graph of their own, under the same commit', async () => {
    const corpus = corpora.create();
    await add(corpus, {
      text: 'citing',
      identifiers: { doi: '10.1/a' },
      cited: [{ id: 'ref1', doi: '10.1/b' }],
      people: [{ name: 'Jane Doe' }],
    });
    await add(corpus, { text: 'cited', identifiers: { doi: '10.1/b' } });
    expect(await corpus.updateLinks()).toEqual({ commit: 3, unchanged: false });
    expect(corpus.changesSince(2).changes.map(({ name, commit }) => [name, commit])).toEqual([
      [corpus.linksGraphName, 3],
      [corpus.peopleGraphName, 3],
    ]);
  });
});
