import { describe, expect, it } from '@jest/globals';
import { agreement, valuesOf } from './agreement.ts';

const literal = (value: string) => ({ type: 'literal' as const, value });
const uri = (value: string) => ({ type: 'uri' as const, value });

describe('What two results have in common', () => {
  it('is counted in their names and numbers, whatever the columns are called', () => {
    const one = valuesOf({ rows: [{ name: literal('Ada '), person: uri('http://a') }] });
    const other = valuesOf({ rows: [{ n: literal('ada') }] });
    expect(agreement(one, other)).toBe(1);
  });

  it('is counted in IRIs where there is nothing else', () => {
    const rows = (...iris: string[]) => valuesOf({ rows: iris.map((iri) => ({ x: uri(iri) })) });
    expect(agreement(rows('http://a', 'http://b'), rows('http://b', 'http://c'))).toBeCloseTo(1 / 3);
  });

  it('is nothing when nothing was found', () => {
    expect(agreement(valuesOf({ rows: [] }), valuesOf({ rows: [] }))).toBe(0);
    expect(agreement(valuesOf({ rows: [], boolean: false }), valuesOf({ rows: [], boolean: false }))).toBe(1);
  });
});
