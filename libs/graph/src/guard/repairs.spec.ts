import { describe, expect, it } from '@jest/globals';
import { guardQuery } from './guard-query.ts';

const ask = (pattern: string) => `ASK { ${pattern} }`;
const textOf = (sparql: string) => guardQuery(sparql).text;

describe('a query is given to the engine as it was written', () => {
  it.each([
    ask('FILTER(true || false)'),
    ask('FILTER("TRUE" = "GROUP_CONCAT(?x)")'),
    ask('?s ?p ?o OPTIONAL { ?s ?q 1 FILTER(?o = 1) }'),
    ask('?s ?p ?o OPTIONAL { { ?s ?q 1 } FILTER(?o = 1) }'),
    ask('?s ?p ?o OPTIONAL { { ?s ?q 1 } }'),
    ask('BIND(BNODE() AS ?b)'),
    'SELECT (SUM(?x) AS ?sum) { ?s ?p ?x } LIMIT 10',
  ])('%s', (sparql) => {
    expect(textOf(sparql)).toBe(sparql);
  });
});

describe('a query that Oxigraph would misread is given in other words', () => {
  it.each([
    [ask('FILTER(TRUE || False)'), ask('FILTER(true || false)')],
    [
      'SELECT (GROUP_CONCAT(DISTINCT ?x ; SEPARATOR = ")") AS ?y) { ?s ?p ?x } LIMIT 9',
      'SELECT (STR(GROUP_CONCAT(DISTINCT ?x ; SEPARATOR = ")")) AS ?y) { ?s ?p ?x } LIMIT 9',
    ],
    [
      ask('?s ?p ?o OPTIONAL { { ?s ?q 1 FILTER(?o = 1) } }'),
      ask('?s ?p ?o OPTIONAL { { SELECT * { ?s ?q 1 FILTER(?o = 1) } } }'),
    ],
    [
      ask('?s ?p ?o OPTIONAL { { { ?s ?q 1 FILTER(?o = TRUE) } } }'),
      ask('?s ?p ?o OPTIONAL { { SELECT * { { ?s ?q 1 FILTER(?o = true) } } } }'),
    ],
    [
      ask('BIND(bnode( # a remark (\n ("a " + ?x)) AS ?b)'),
      ask('BIND(bnode( # a remark (\n CONCAT("b", MD5(("a " + ?x)))) AS ?b)'),
    ],
  ])('%s', (sparql, expected) => {
    expect(textOf(sparql)).toBe(expected);
    expect(guardQuery(expected).form).toBe(guardQuery(sparql).form);
  });

  it('with the cap of rows in its place', () => {
    const sparql = 'SELECT (GROUP_CONCAT(?x) AS ?y) { ?s ?p ?x FILTER(TRUE) } OFFSET 2 VALUES ?s { TRUE }';
    expect(guardQuery(sparql, { rows: 5 }).text.replaceAll(/\s+/g, ' ')).toBe(
      'SELECT (STR(GROUP_CONCAT(?x)) AS ?y) { ?s ?p ?x FILTER(true) } LIMIT 6 OFFSET 2 VALUES ?s { true }',
    );
  });
});
