import { describe, expect, it } from '@jest/globals';
import { whereParts } from './where-parts.ts';

const texts = (sparql: string) => whereParts(sparql).parts.map(({ kind, text }) => `${kind}: ${text}`);

describe('The parts of a WHERE', () => {
  it('are its triples, with the subject that a semicolon or a comma leaves out', () => {
    expect(texts('PREFIX d: <http://d/> ASK { ?a d:p ?x ; d:q/^d:r "x, y"@en , 5 . <http://e/> a d:C }')).toEqual([
      'triple: ?a d:p ?x .',
      'triple: ?a d:q/^d:r "x, y"@en .',
      'triple: ?a d:q/^d:r 5 .',
      'triple: <http://e/> a d:C .',
    ]);
  });

  it('are its other conditions, each as it stands', () => {
    const sparql = `PREFIX d: <http://d/> SELECT * {
      VALUES ?a { d:k } BIND(1 AS ?one) OPTIONAL { ?a d:z ?y } FILTER(?y > 3) MINUS { ?a d:b ?c }
      { SELECT ?m { ?m d:a ?b } } { ?a d:l ?h } UNION { ?a d:r ?h } GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { ?a d:s ?d }
    }`;
    expect(whereParts(sparql).parts.map(({ kind }) => kind)).toEqual([
      'values',
      'bind',
      'optional',
      'filter',
      'minus',
      'subquery',
      'pattern',
      'pattern',
      'filter',
    ]);
    expect(texts(sparql)[8]).toBe('filter: FILTER NOT EXISTS { ?a d:s ?d }');
  });

  it('keep triples together that blank nodes hold together', () => {
    expect(texts('PREFIX d: <http://d/> ASK { ?a d:p [ d:q ?b ] . ?b d:r ?c }')).toEqual([
      'pattern: ?a d:p [ d:q ?b ] . ?b d:r ?c',
    ]);
  });

  it('name the variables of each', () => {
    const { parts } = whereParts('SELECT ?a { ?a ?p "x" FILTER EXISTS { ?p <http://e/> ?o } }');
    expect(parts.map(({ variables }) => [...variables].toSorted())).toEqual([
      ['a', 'p'],
      ['o', 'p'],
    ]);
  });

  it('come with the prefixes that they need, also those that were not declared', () => {
    const { prologue } = whereParts('PREFIX d: <http://d/>\nSELECT ?a { ?a d:p ?b ; dcterms:title ?t }');
    expect(prologue).toContain('PREFIX dcterms: <http://purl.org/dc/terms/>');
    expect(prologue.trimEnd()).toMatch(/PREFIX d: <http:\/\/d\/>$/);
  });

  it('come with whether groups have a condition', () => {
    const counted = 'SELECT ?a { ?a ?p ?o } GROUP BY ?a';
    expect(whereParts(counted).hasHaving).toBe(false);
    expect(whereParts(`${counted} HAVING (COUNT(?o) > 2)`).hasHaving).toBe(true);
  });
});
