import { describe, expect, it } from '@jest/globals';
import { bCubed } from './b-cubed.ts';

describe('B-cubed', () => {
  const gold = new Map(Object.entries({ a: '1', b: '1', c: '1', d: '2' }));

  it('is one for the gold itself', () => {
    expect(bCubed(gold, gold)).toEqual({ mentions: 4, people: 2, precision: 1, recall: 1, f1: 1 });
  });

  it('loses precision where people are mixed, and recall where they are apart', () => {
    const mixed = bCubed(gold, new Map(Object.entries({ a: 'x', b: 'x', c: 'x', d: 'x' })));
    expect([mixed.precision, mixed.recall]).toEqual([(3 * (3 / 4) + 1 / 4) / 4, 1]);
    const apart = bCubed(gold, new Map());
    expect([apart.precision, apart.recall]).toEqual([1, (3 * (1 / 3) + 1) / 4]);
  });
});
