import { ddm, unitIri, paperIri } from '@askg/ddm';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { useCorpora } from '../testing/test-corpus.ts';
import { add, base } from '../testing/test-paper.ts';
import { type LinkablePaper, deriveLinks } from './derive-links.ts';

const corpora = useCorpora();
const end = `<${base}graph/links> .\n`;

describe('deriving links', () => {
  const citing: LinkablePaper = { key: '10.1_a', dois: ['10.1/a'], cited: [{ id: 'ref2', doi: '10.1/B' }] };
  const cited: LinkablePaper = { key: '10.1_b', dois: ['10.1/b', '10.2/B'], cited: [] };

  it('says which paper a reference resolves to, and that the one cites the other', () => {
    expect(deriveLinks([citing, cited], base)).toBe(
      [
        `<${unitIri(base, '10.1_a', 'ref2')}> <${ddm.resolvesTo}> <${paperIri(base, '10.1_b')}> ${end}`,
        `<${paperIri(base, '10.1_a')}> <${ddm.citesPaper}> <${paperIri(base, '10.1_b')}> ${end}`,
      ].join(''),
    );
  });

  it('gives nothing where a paper cites itself or what is not there', () => {
    expect(deriveLinks([citing], base)).toBe('');
    expect(deriveLinks([{ ...citing, dois: ['10.1/a', '10.1/b'] }], base)).toBe('');
  });

  it('follows every DOI of a paper, in any case, and says a citation once', () => {
    const twice = {
      ...citing,
      cited: [
        { id: 'ref1', doi: '10.2/b' },
        { id: 'ref2', doi: '10.1/B' },
      ],
    };
    const lines = deriveLinks([twice, cited], base).split('\n').slice(0, -1);
    expect(lines.filter((line) => line.includes(ddm.citesPaper))).toHaveLength(1);
    expect(lines.filter((line) => line.includes(ddm.resolvesTo))).toHaveLength(2);
  });

  it('does not depend on the order of papers or references', () => {
    const doi = fc.integer({ min: 0, max: 6 }).map((n) => `10.1/${n}`);
    const paper = fc.record({
      key: fc.integer({ min: 0, max: 99 }).map((n) => `10.1_${n}`),
      dois: fc.array(doi, { maxLength: 2 }),
      cited: fc.array(fc.record({ id: fc.nat({ max: 9 }).map((n) => `ref${n + 1}`), doi }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(paper, { selector: ({ key }) => key, maxLength: 6 }), fc.nat(), (papers, turn) => {
        const cut = papers.length ? turn % papers.length : 0;
        const other = [...papers.slice(cut), ...papers.slice(0, cut)].toReversed();
        const shuffled = other.map((one) => ({ ...one, dois: one.dois.toReversed(), cited: one.cited.toReversed() }));
        expect(deriveLinks(shuffled, base)).toBe(deriveLinks(papers, base));
      }),
    );
  });
});

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
});
