import { describe, expect, it } from '@jest/globals';
import type { Retrieval } from '@askg/retrieval';
import { CompleteSearch } from './complete-search.ts';

const found: Retrieval = { passages: [], degraded: [{ step: 'a', wanted: 'b', used: 'c', reason: 'd' }], timings: {} };
const search = {
  retrieve: () => Promise.resolve(found),
  scoreTexts: () => Promise.resolve({ scores: [1], method: 'm' }),
};

/** Over two papers, of which the catalog has these in the index. */
function over(standing: Record<string, string>, passages = 9) {
  const graphs = [
    { name: 'g1', digest: 'd1', kind: 'paper' as const, key: 'p1' },
    { name: 'g2', digest: 'd2', kind: 'paper' as const, key: 'p2' },
    { name: 'links', digest: 'd3', kind: 'links' as const },
  ];
  return new CompleteSearch(
    search,
    { counts: () => Promise.resolve({ passages, vectors: 0 }) },
    {
      snapshot: () => ({ commit: 3, graphs }),
      projections: { standing: () => new Map(Object.entries(standing)) },
    },
  );
}

describe('a search of a corpus', () => {
  it('says when there are papers that it did not search as they stand', async () => {
    const { degraded } = await over({ g1: 'd1', g2: 'older' }).retrieve('x', { limit: 1 });
    expect(degraded).toMatchObject([{ wanted: 'all 2 papers', used: 'the 1 that are indexed' }, found.degraded[0]]);
  });

  it('speaks of the papers that were to be searched, and of no others', async () => {
    const behind = over({ g1: 'd1' });
    const within = (key: string) => behind.retrieve('x', { limit: 1, filter: { papers: new Set([key]) } });
    expect(await within('p1')).toEqual(found);
    expect((await within('p2')).degraded[0]).toMatchObject({ wanted: 'the paper', used: 'the 0 that are indexed' });
  });

  it('does not believe the catalog when the files of the index are gone', async () => {
    const { degraded } = await over({ g1: 'd1', g2: 'd2' }, 0).retrieve('x', { limit: 1 });
    expect(degraded[0]).toMatchObject({ used: 'the 0 that are indexed' });
  });

  it('says nothing more when it searched all', async () => {
    const whole = over({ g1: 'd1', g2: 'd2' });
    expect(await whole.retrieve('x', { limit: 1 })).toEqual(found);
    expect(await whole.scoreTexts('x', ['y'])).toEqual({ scores: [1], method: 'm' });
  });
});
