import { describe, expect, it } from '@jest/globals';
import { guardQuery } from './guard-query.ts';

const base = 'http://127.0.0.1:3000/sparql';

describe('an IRI that is relative', () => {
  it('is an error where there is nothing to resolve it against', () => {
    expect(() => guardQuery('ASK { <s> a <http://e/c> }')).toThrow('<s> at line 1, column 7 is relative');
    expect(() => guardQuery('BASE <b/> ASK { <s> a <http://e/c> }')).toThrow('<b/> at line 1, column 6 is relative');
  });

  it('stands on the base of the caller, which the query is given as its own', () => {
    const { text, addedLines } = guardQuery('ASK { <s> a <http://e/c> }', { base });
    expect(text).toBe(`BASE <${base}>\nASK { <s> a <http://e/c> }`);
    expect(addedLines).toBe(1);
  });

  it('in FROM as well', () => {
    const { dataset } = guardQuery('ASK FROM <g> { ?s ?p ?o }', { base });
    expect(dataset?.default).toEqual(['http://127.0.0.1:3000/g']);
  });

  it('stands on the BASE of the query, where it has one', () => {
    const sparql = 'BASE <http://e/> ASK FROM <g> { <s> ?p ?o }';
    const { text, dataset, addedLines } = guardQuery(sparql, { base });
    expect(text).toBe(sparql);
    expect(dataset?.default).toEqual(['http://e/g']);
    expect(addedLines).toBe(0);
  });

  it('does not shift the line of an error', () => {
    expect(() => guardQuery('ASK { <s> a\n  dcterms:x . }}', { base })).toThrow('Line 2, column 16');
  });
});
