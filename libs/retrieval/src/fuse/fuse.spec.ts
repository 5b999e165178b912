import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fuseByMinMax } from './min-max.ts';
import type { RankedList } from './ranked-list.ts';
import { fuseByReciprocalRank } from './reciprocal-rank.ts';

const list = (...entries: [string, number][]): RankedList => entries.map(([id, score]) => ({ id, score }));
const scores = (fused: RankedList) => Object.fromEntries(fused.map(({ id, score }) => [id, score]));

describe('fusion by min-max', () => {
  it.each<[string, RankedList[], number[], Record<string, number>]>([
    ['one list', [list(['a', 9], ['b', 5], ['c', 1])], [2], { a: 2, b: 1, c: 0 }],
    ['two lists', [list(['a', 10], ['b', 0]), list(['b', 0.9], ['a', 0.5])], [0.25, 1], { a: 0.25, b: 1 }],
    [
      'a passage one list lacks',
      [list(['a', 4], ['b', 2]), list(['c', 7], ['d', 3])],
      [1, 1],
      { a: 1, b: 0, c: 1, d: 0 },
    ],
    [
      'a list of negative scores',
      [list(['a', -0.1], ['b', -0.9]), list(['c', 3], ['b', 1])],
      [1, 1],
      { a: 1, b: 0, c: 1 },
    ],
    ['equal scores', [list(['a', 3], ['b', 3])], [0.25], { a: 0.25, b: 0.25 }],
    ['a single hit', [list(['a', 3])], [0.25], { a: 0.25 }],
    ['an empty list', [list(), list(['a', 3], ['b', 1])], [1, 1], { a: 1, b: 0 }],
    ['no lists', [], [], {}],
  ])('weighs %s', (_, lists, weights, expected) => {
    expect(scores(fuseByMinMax(lists.map((each, i) => ({ list: each, weight: weights[i] ?? 0 }))))).toEqual(expected);
  });

  it('orders ties by id, whatever the order of the lists', () => {
    const one = list(['b', 2], ['x', 1]);
    const two = list(['a', 2], ['x', 1]);
    const fuse = (lists: RankedList[]) => fuseByMinMax(lists.map((each) => ({ list: each, weight: 1 })));
    expect(fuse([one, two]).map(({ id }) => id)).toEqual(['a', 'b', 'x']);
    expect(fuse([two, one])).toEqual(fuse([one, two]));
  });

  it('never ranks a passage lower because a list scores it higher', () => {
    const anyList = fc
      .uniqueArray(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.integer({ min: -50, max: 50 })), {
        selector: ([id]) => id,
        minLength: 3,
      })
      .map((entries) => list(...entries.toSorted((x, y) => y[1] - x[1])));
    fc.assert(
      fc.property(anyList, anyList, (one, two) => {
        const place = (lists: RankedList[], id: string) =>
          fuseByMinMax(lists.map((each) => ({ list: each, weight: 1 }))).findIndex((each) => each.id === id);
        // Neither end moves, so only the middle one's score changes.
        const [, middle] = one;
        const best = one[0]?.score ?? 0;
        const raised = one.map((each) => (each === middle ? { id: each.id, score: best } : each));
        expect(place([raised, two], middle?.id ?? '')).toBeLessThanOrEqual(place([one, two], middle?.id ?? ''));
      }),
    );
  });
});

describe('reciprocal rank fusion', () => {
  it('adds up the inverse ranks and looks at no score', () => {
    const fused = fuseByReciprocalRank([{ list: list(['a', 100], ['b', 1]) }, { list: list(['b', 0.2], ['c', 0.1]) }]);
    expect(scores(fused)).toEqual({ b: 1 / 62 + 1 / 61, a: 1 / 61, c: 1 / 62 });
    expect(fused.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('takes weights and another k', () => {
    expect(scores(fuseByReciprocalRank([{ list: list(['a', 1]), weight: 2 }], 9))).toEqual({ a: 0.2 });
  });
});
