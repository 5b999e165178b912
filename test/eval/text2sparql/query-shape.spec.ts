import { describe, expect, it } from '@jest/globals';
import { isSameShape, shapeOf } from './query-shape.ts';

describe('The shape of a query', () => {
  it('tells counts, ranks, groups and denials apart', () => {
    expect(shapeOf('SELECT (COUNT(?x) AS ?n) WHERE { ?x a <urn:c> }')).toMatchObject({ counts: true, ranks: false });
    const ranked = 'SELECT ?x WHERE { ?x a <urn:c> ; <urn:p> ?y } GROUP BY ?x ORDER BY DESC(COUNT(?y)) LIMIT 1';
    expect(shapeOf(ranked)).toMatchObject({ counts: false, ranks: true, groups: false });
    expect(shapeOf('ASK { ?x <urn:p> 1 MINUS { ?x <urn:q> 2 } }')).toMatchObject({ form: 'ask', denies: true });
  });

  it('does not look into names and texts', () => {
    expect(shapeOf('SELECT ?x { ?x <urn:count(> "ASK NOT EXISTS" }')).toEqual({
      form: 'select',
      counts: false,
      ranks: false,
      groups: false,
      denies: false,
    });
  });

  it('is one for queries that differ in what they speak of only', () => {
    expect(isSameShape(shapeOf('ASK { ?a <urn:p> ?b }'), shapeOf('ASK { ?c a <urn:d> }'))).toBe(true);
    expect(isSameShape(shapeOf('ASK { ?a <urn:p> ?b }'), shapeOf('SELECT ?a { ?a <urn:p> ?b }'))).toBe(false);
  });
});
