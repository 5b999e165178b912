import { describe, expect, it } from '@jest/globals';
import { queryStructure } from './query-structure.ts';

const ddm = (name: string) => `https://w3id.org/askg/ddm#${name}`;
const variable = (value: string) => ({ kind: 'variable', value });

describe('The structure of a query', () => {
  it('tells its triples, with the place of each predicate', () => {
    const text = 'PREFIX ddm: <https://w3id.org/askg/ddm#>\nSELECT ?y { ?p ddm:year ?y }';
    expect(queryStructure(text)).toMatchObject({
      text,
      form: 'select',
      triples: [{ subject: variable('p'), property: ddm('year'), object: variable('y'), at: text.indexOf('ddm:year') }],
      projected: ['y'],
    });
  });

  it('counts places in the text with the prefixes that were missing', () => {
    const { text, triples } = queryStructure('ASK { ?p ddm:year 2020 }');
    expect(text.slice(triples[0]?.at)).toMatch(/^ddm:year/);
    expect(triples[0]?.object).toEqual({ kind: 'literal', value: '2020' });
  });

  it('turns an inverse property round, and lists those of longer paths', () => {
    const { triples, pathProperties } = queryStructure(
      'ASK { ?s ^ddm:hasSection ?p . ?p ddm:hasSection+/ddm:role ?r }',
    );
    expect(triples).toMatchObject([{ subject: variable('p'), property: ddm('hasSection'), object: variable('s') }]);
    expect(pathProperties.toSorted()).toEqual([ddm('hasSection'), ddm('role')]);
  });

  it('knows what patterns, VALUES, BIND and sub-queries bind', () => {
    const { bound } = queryStructure(
      'SELECT * { VALUES ?v { 1 } BIND(2 AS ?b) OPTIONAL { ?s ?p [] } { SELECT (COUNT(?x) AS ?n) { ?x ddm:year ?y } } }',
    );
    expect([...bound].toSorted()).toEqual(['b', 'n', 'p', 's', 'v', 'x', 'y']);
  });

  it('names the constants that stand for things, not classes and datatypes', () => {
    const { constants } = queryStructure(
      'SELECT * { VALUES ?v { <http://v/> "1"^^xsd:byte } ?s a ddm:Paper ; ddm:role <http://r/> . <http://s/> ?p 5 }',
    );
    expect([...constants].toSorted()).toEqual(['http://r/', 'http://s/', 'http://v/']);
  });

  it('reads escapes of characters, which the grammar does not know', () => {
    const { text, triples } = queryStructure(String.raw`ASK { ?x ddm:venue 'Medizin f\u00FCr alle' }`);
    expect(triples).toMatchObject([{ object: { kind: 'literal', value: 'Medizin für alle' } }]);
    expect(text.slice(triples[0]?.at)).toMatch(/^ddm:venue/);
  });

  it.each([
    ['SELECT ?s { ?s ?p ?o }', false],
    ['SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s', false],
    ['SELECT ?s { ?s ?p ?o } LIMIT 5', true],
    ['SELECT (COUNT(*) + 1 AS ?n) { ?s ?p ?o }', true],
    ['ASK { ?s ?p ?o }', true],
  ])('knows whether its rows are bounded: %s', (sparql, isBounded) => {
    expect(queryStructure(sparql).isBounded).toBe(isBounded);
  });

  it('refuses what the guard refuses', () => {
    expect(() => queryStructure('DROP ALL')).toThrow(expect.objectContaining({ code: 'graph/update-refused' }));
  });
});
