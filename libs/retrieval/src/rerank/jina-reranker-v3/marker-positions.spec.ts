import { describe, expect, it } from '@jest/globals';
import { markerPositions } from './marker-positions.ts';

const markers = { passage: 8, query: 9 };

describe('marker positions', () => {
  it('are those of each passage and of the query', () => {
    expect(markerPositions([1, 8, 2, 2, 8, 3, 9, 4], markers, 2)).toEqual({ passages: [1, 4], query: 6 });
  });

  it.each([
    ['a passage without', [1, 8, 3, 9], 2],
    ['a passage with two', [8, 8, 8, 9], 2],
    ['no query', [8, 8, 1], 2],
    ['two queries', [8, 8, 9, 9], 2],
    ['a query before the last passage', [8, 9, 8], 2],
  ])('are refused for %s', (_, ids, passages) => {
    expect(() => markerPositions(ids, markers, passages)).toThrow('markers for 2 passages');
  });
});
