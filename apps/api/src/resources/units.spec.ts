import { describe, expect, it } from '@jest/globals';
import { sampleDocument } from '../testing/sample-document.ts';
import { unitsOf } from './units.ts';

describe('the units of a paper', () => {
  const units = unitsOf(sampleDocument());

  it('are all there, each once, by their ids', () => {
    expect([...units.keys()].toSorted()).toEqual(
      [
        'abstract abstract/p1 abstract/p1/t1 contrib1 contrib2 eq1 fig1 fig1/t1 fn1 fn1/p1 fn1/p1/t1 ref1 ref2 s1 s1/p1',
        's1/p1/t1 s1/p1/t1/c1 s1/p1/t2 s1/p2 s1/p2/t1 s1/p3 s1/p3/t1 s1/p4 s1/p4/t1 s1/p5 s1/p5/t1 s1/s1 s1/s1/p1',
        's1/s1/p1/t1 tab1 tab1/r1 tab1/r2 tab1/t1',
      ]
        .join(' ')
        .split(' '),
    );
  });

  it('know the wholes they stand in, a float also its section', () => {
    expect(units.get('s1/p1/t1/c1')?.ancestors).toEqual(['s1', 's1/p1', 's1/p1/t1']);
    expect(units.get('tab1/r2')?.ancestors).toEqual(['s1', 's1/s1', 'tab1']);
    expect(units.get('fn1/p1/t1')?.ancestors).toEqual(['fn1', 'fn1/p1']);
    expect(units.get('ref1')?.ancestors).toEqual([]);
  });

  it('know their neighbours of the same kind', () => {
    expect(units.get('s1/p1/t1')).toMatchObject({ next: 's1/p1/t2' });
    expect(units.get('s1/p1/t1')).not.toHaveProperty('previous');
    expect(units.get('s1/p3')).toMatchObject({ previous: 's1/p2', next: 's1/p4' });
    expect(units.get('tab1/r2')).toMatchObject({ previous: 'tab1/r1' });
  });
});
