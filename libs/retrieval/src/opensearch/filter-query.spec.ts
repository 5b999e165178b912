import { describe, expect, it } from '@jest/globals';
import { filterQueries, isOneOf } from './filter-query.ts';

describe('a filter as conditions of the server', () => {
  it('allows everything when nothing is said', () => {
    expect(filterQueries()).toEqual([]);
    expect(filterQueries({ years: {} })).toEqual([]);
  });

  it('allows nothing when nothing is listed', () => {
    expect(filterQueries({ papers: new Set() })).toEqual([{ match_none: {} }]);
  });

  it('takes numbers that are none, and those beyond any year', () => {
    expect(filterQueries({ years: { from: Number.NaN, to: Infinity } })).toEqual([
      { range: { year: { gte: 0, lte: 1_000_000 } } },
    ]);
  });

  it('counts a unit for the paper that it is listed under', () => {
    const own = 'http://x/id/paper/a/s1/p1/t1';
    const other = 'http://x/id/paper/b/s1/p1/t1';
    expect(filterQueries({ units: new Map([['a', new Set([own, other])]]) })).toEqual([
      { terms: { paper: ['a'] } },
      { terms: { unitIris: [own] } },
    ]);
  });

  it('divides a list that is longer than the server takes', () => {
    const keys = Array.from({ length: 70_000 }, (_, i) => `p${i}`);
    const { bool } = isOneOf('paper', keys) as { bool: { should: { terms: { paper: string[] } }[] } };
    expect(bool.should.flatMap(({ terms }) => terms.paper)).toEqual(keys);
    expect(Math.max(...bool.should.map(({ terms }) => terms.paper.length))).toBeLessThanOrEqual(65_536);
  });
});
