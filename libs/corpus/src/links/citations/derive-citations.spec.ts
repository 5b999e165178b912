import { ddm, paperIri, unitIri } from '@askg/ddm';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base, linkingOf, type TestPaper } from '../../testing/test-paper.ts';
import type { LinkablePaper } from '../linkable-paper.ts';
import { citationGraph, findCitations } from './derive-citations.ts';

const end = `<${base}graph/links> .\n`;

function paper(key: string, said: Partial<TestPaper> = {}, dois: string[] = []): LinkablePaper {
  return { key, dois, facts: linkingOf({ text: `Paper ${key}`, ...said }) };
}

describe('citations by DOI', () => {
  const citing = paper('10.1_a', { cited: [{ id: 'ref2', doi: '10.1/B' }] }, ['10.1/a']);
  const cited = paper('10.1_b', {}, ['10.1/b', '10.2/B']);

  it('say which paper a reference resolves to, by what, and that the one paper cites the other', () => {
    const reference = `<${unitIri(base, '10.1_a', 'ref2')}>`;
    expect(citationGraph(findCitations([citing, cited]), base)).toBe(
      [
        `${reference} <${ddm.resolvedBy}> "doi" ${end}`,
        `${reference} <${ddm.resolvesTo}> <${paperIri(base, '10.1_b')}> ${end}`,
        `<${paperIri(base, '10.1_a')}> <${ddm.citesPaper}> <${paperIri(base, '10.1_b')}> ${end}`,
      ].join(''),
    );
  });

  it('are none where a paper cites itself or what is not there', () => {
    expect(findCitations([citing])).toEqual([]);
    expect(findCitations([{ ...citing, dois: ['10.1/a', '10.1/b'] }])).toEqual([]);
  });

  it('follow every DOI of a paper, in any case, and are said once for each paper', () => {
    const references = [
      { id: 'ref1', doi: '10.2/b' },
      { id: 'ref2', doi: '10.1/B' },
    ];
    const lines = citationGraph(findCitations([paper('10.1_a', { cited: references }), cited]), base).split('\n');
    expect(lines.filter((line) => line.includes(ddm.citesPaper))).toHaveLength(1);
    expect(lines.filter((line) => line.includes(ddm.resolvesTo))).toHaveLength(2);
  });
});

describe('citations by title', () => {
  const target = {
    text: 'Ecological forecasting and dynamics: a graduate course on time series',
    year: 2023,
    people: [{ name: 'S. K. Morgan Ernest', given: 'S. K. Morgan', family: 'Ernest' }],
  };
  const reference = { id: 'ref1', title: target.text, year: 2023, authors: ['Ernest, S. K. M.'] };
  const tie = (said: Partial<TestPaper>['cited'], other: Partial<TestPaper> = {}, dois: string[] = []): string[] =>
    findCitations([
      paper('a', said === undefined ? {} : { cited: said }),
      paper('b', { ...target, ...other }, dois),
    ]).map(({ cited, by }) => `${cited} ${by}`);

  it.each([
    ['as it stands', {}],
    [
      'in other case, with markup, accents and another dash',
      { title: '{Ecological} Forecasting \\& dynamics — a <i>graduate</i> c\\"ourse on Time-Series' },
    ],
    ['a year apart', { year: 2024 }],
    ['with no year and no author', { year: undefined, authors: [] }],
    ['without its subtitle', { title: 'Ecological Forecasting and Dynamics' }],
    [
      'within a reference that was not taken apart',
      { title: undefined, authors: [], year: undefined, raw: `Ernest SKM (2023). ${target.text}. JOSE 6(66).` },
    ],
  ])('find a title %s', (_, change) => {
    const changed = Object.fromEntries(
      Object.entries({ ...reference, ...change }).filter(([, value]) => value !== undefined),
    );
    expect(tie([changed as typeof reference])).toEqual(['b title']);
  });

  it.each([
    ['of another year', { year: 2019 }],
    ['by another author', { authors: ['Doe, J.'] }],
    ['of another DOI, with nobody named', { doi: '10.9/x', authors: [] }],
    ['without its subtitle, with no year', { title: 'Ecological Forecasting and Dynamics', year: undefined }],
    ['that begins alike', { title: 'Ecological forecasting and dynamics: the second edition' }],
  ])('do not find a work %s', (_, change) => {
    const changed = Object.fromEntries(
      Object.entries({ ...reference, ...change }).filter(([, value]) => value !== undefined),
    );
    expect(tie([changed as typeof reference], {}, ['10.1/b'])).toEqual([]);
  });

  it('take a short title only with the year and the author', () => {
    const short = { id: 'ref1', title: 'Introduction', authors: [] };
    expect(tie([short], { text: 'Introduction' })).toEqual([]);
    expect(tie([{ ...short, year: 2023, authors: ['Ernest, S.'] }], { text: 'Introduction' })).toEqual(['b title']);
  });

  it('choose the version of the same year, and then the first by key', () => {
    const versions = ['c', 'b', 'd'].map((key) => paper(key, { ...target, year: key === 'b' ? 2022 : 2023 }));
    expect(findCitations([paper('a', { cited: [reference] }), ...versions]).map(({ cited }) => cited)).toEqual(['c']);
  });
});

it('The graph of citations does not depend on the order of papers or references', () => {
  const doi = fc.integer({ min: 0, max: 6 }).map((n) => `10.1/${n}`);
  const title = fc.integer({ min: 0, max: 4 }).map((n) => `A title that is long enough to be number ${n}`);
  const entry = fc.record({ id: fc.nat({ max: 9 }).map((n) => `ref${n + 1}`), doi, title }, { requiredKeys: ['id'] });
  const written = fc.record({
    key: fc.integer({ min: 0, max: 99 }).map((n) => `10.1_${n}`),
    dois: fc.array(doi, { maxLength: 2 }),
    text: title,
    cited: fc.uniqueArray(entry, { maxLength: 4, selector: ({ id }) => id }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(written, { selector: ({ key }) => key, maxLength: 6 }), fc.nat(), (list, turn) => {
      const papers = list.map(({ key, dois, text, cited }) => paper(key, { text, cited }, dois));
      const cut = papers.length ? turn % papers.length : 0;
      const shuffled = [...papers.slice(cut), ...papers.slice(0, cut)].toReversed().map(({ facts, dois, ...rest }) => ({
        ...rest,
        dois: dois.toReversed(),
        facts: { ...facts, references: facts.references.toReversed() },
      }));
      expect(citationGraph(findCitations(shuffled), base)).toBe(citationGraph(findCitations(papers), base));
    }),
  );
});
