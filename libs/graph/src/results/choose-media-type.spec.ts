import { describe, expect, it } from '@jest/globals';
import { GraphError } from '../graph-error.ts';
import { chooseMediaType, contentType } from './choose-media-type.ts';
import type { ResultKind } from './media-types.ts';

const chosen = (accept: string | undefined, kind: ResultKind, format?: string): string => {
  try {
    return chooseMediaType(accept, kind, format).name;
  } catch (error) {
    return error instanceof GraphError ? error.code : 'another error';
  }
};

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('the Accept header', () => {
  it.each<[string | undefined, ResultKind, string]>([
    [undefined, 'bindings', 'json'],
    ['', 'bindings', 'json'],
    ['*/*', 'bindings', 'json'],
    ['application/sparql-results+json', 'bindings', 'json'],
    ['application/sparql-results+xml', 'bindings', 'xml'],
    ['APPLICATION/Sparql-Results+XML', 'bindings', 'xml'],
    ['application/json', 'bindings', 'json'],
    ['application/xml', 'bindings', 'xml'],
    ['text/csv', 'bindings', 'csv'],
    ['text/csv; charset=utf-8', 'bindings', 'csv'],
    ['text/tab-separated-values', 'bindings', 'tsv'],
    ['text/*', 'bindings', 'csv'],
    ['text/csv;q=0.5, application/sparql-results+xml;q=0.9', 'bindings', 'xml'],
    ['text/csv;q=0.5, */*;q=0.1', 'bindings', 'csv'],
    ['*/*, application/sparql-results+json;q=0', 'bindings', 'xml'],
    ['*/*;q=0.1, application/*;q=0.5, text/csv;q=0.4', 'bindings', 'json'],
    ['application/sparql-results+json;q=0.1, application/*;q=0.9', 'bindings', 'xml'],
    [browser, 'bindings', 'xml'],
    ['text/turtle', 'bindings', 'graph/not-acceptable'],
    ['text/turtle, */*;q=0.1', 'bindings', 'json'],
    ['text/csv;q=0', 'bindings', 'graph/not-acceptable'],
    ['text/csv;q=nonsense', 'bindings', 'graph/not-acceptable'],
    ['rubbish', 'bindings', 'graph/not-acceptable'],
    ['*/json', 'bindings', 'graph/not-acceptable'],
    ['application/sparql-results+json, text/turtle', 'graph', 'turtle'],
    [undefined, 'boolean', 'json'],
    ['application/sparql-results+xml', 'boolean', 'xml'],
    ['text/csv', 'boolean', 'graph/not-acceptable'],
    ['text/tab-separated-values', 'boolean', 'graph/not-acceptable'],
    [undefined, 'graph', 'turtle'],
    ['text/turtle', 'graph', 'turtle'],
    ['application/n-triples', 'graph', 'ntriples'],
    ['text/plain', 'graph', 'ntriples'],
    ['application/ld+json', 'graph', 'jsonld'],
    ['application/json', 'graph', 'jsonld'],
    ['application/rdf+xml', 'graph', 'rdfxml'],
    ['application/n-quads', 'graph', 'nquads'],
    ['application/trig', 'graph', 'trig'],
    ['application/rdf+xml;q=0.8, application/ld+json;q=0.9, text/turtle;q=0.7', 'graph', 'jsonld'],
    ['text/csv', 'graph', 'graph/not-acceptable'],
  ])('%j for %s gives %s', (accept, kind, expected) => {
    expect(chosen(accept, kind)).toBe(expected);
  });
});

describe('the format parameter', () => {
  it.each<[string, ResultKind, string]>([
    ['csv', 'bindings', 'csv'],
    ['CSV', 'bindings', 'csv'],
    ['srj', 'bindings', 'json'],
    ['text/csv', 'bindings', 'csv'],
    ['application/sparql-results+xml', 'bindings', 'xml'],
    ['ttl', 'graph', 'turtle'],
    ['nt', 'graph', 'ntriples'],
    ['json-ld', 'graph', 'jsonld'],
    ['rdf', 'graph', 'rdfxml'],
    ['json', 'graph', 'graph/not-acceptable'],
    ['csv', 'boolean', 'graph/not-acceptable'],
    ['constructor', 'bindings', 'graph/not-acceptable'],
    ['html', 'bindings', 'graph/not-acceptable'],
    [' ', 'bindings', 'xml'],
  ])('%j for %s overrides the header and gives %s', (format, kind, expected) => {
    expect(chosen('application/sparql-results+xml', kind, format)).toBe(expected);
  });

  it('is answered, when it does not fit, with the formats that do', () => {
    expect(() => chooseMediaType(undefined, 'boolean', 'csv')).toThrow(
      /ASK.*application\/sparql-results\+json \(json\), application\/sparql-results\+xml \(xml\)/u,
    );
  });
});

it('text formats say their character set', () => {
  expect(contentType(chooseMediaType('text/csv', 'bindings'))).toBe('text/csv; charset=utf-8');
  expect(contentType(chooseMediaType(undefined, 'bindings'))).toBe('application/sparql-results+json');
});
