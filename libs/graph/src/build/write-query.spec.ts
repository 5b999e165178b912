import { describe, expect, it } from '@jest/globals';
import { guardQuery } from '../guard/guard-query.ts';
import type { BuiltQuery } from './query-parts.ts';
import { writeQuery } from './write-query.ts';

const paper = { variable: 'paper' };
const title = { iri: 'http://purl.org/dc/terms/title' };
const ddm = (name: string) => ({ iri: `https://w3id.org/askg/ddm#${name}` });
const integer = (value: number) => ({ literal: String(value), datatype: 'http://www.w3.org/2001/XMLSchema#integer' });

function titled(text: string): BuiltQuery {
  return { project: ['paper'], where: [{ subject: paper, path: title, object: { literal: text } }] };
}

describe('a built query', () => {
  it('is laid out for people, with the prefixes that it uses', () => {
    const query: BuiltQuery = {
      distinct: true,
      project: ['paper', { expression: { aggregate: 'COUNT', of: { variable: 'ref' }, distinct: true }, as: 'n' }],
      where: [
        { subject: paper, path: { iri: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type' }, object: ddm('Paper') },
        { optional: [{ subject: paper, path: ddm('hasReference'), object: { variable: 'ref' } }] },
        { values: ['year'], rows: [[integer(2020)], [integer(2021)]] },
        { notExists: [{ subject: paper, path: ddm('doi'), object: { variable: 'doi' } }] },
      ],
      groupBy: ['paper'],
      having: { compare: '>', left: { aggregate: 'COUNT', of: { variable: 'ref' } }, right: integer(3) },
      orderBy: [{ by: { variable: 'n' }, descending: true }, { by: paper }],
      limit: 5,
    };
    expect(writeQuery(query)).toBe(`PREFIX ddm: <https://w3id.org/askg/ddm#>
SELECT DISTINCT ?paper (COUNT(DISTINCT ?ref) AS ?n) WHERE {
  ?paper a ddm:Paper .
  OPTIONAL {
    ?paper ddm:hasReference ?ref .
  }
  VALUES ?year { 2020 2021 }
  FILTER NOT EXISTS {
    ?paper ddm:doi ?doi .
  }
}
GROUP BY ?paper
HAVING(COUNT(?ref) > 3)
ORDER BY DESC(?n) ?paper
LIMIT 5
`);
    expect(guardQuery(writeQuery(query))).toMatchObject({ form: 'select' });
  });

  it('writes paths, sub-queries and nested conditions that the grammar takes', () => {
    const path = { sequence: [{ oneOrMore: ddm('hasSection') }, { inverse: ddm('hasParagraph') }, ddm('cites')] };
    const query: BuiltQuery = {
      ask: [
        { subject: paper, path, object: { variable: 'x' } },
        { subject: paper, path: { inverse: { sequence: [ddm('person'), ddm('doi')] } }, object: { variable: 'y' } },
        { select: { project: [{ expression: { aggregate: 'MAX', of: { variable: 'a' } }, as: 'best' }], where: [] } },
        {
          filter: {
            any: [
              { all: [{ compare: '>=', left: paper, right: integer(-1) }, { not: { call: 'STR', with: [paper] } }] },
              { compare: '!=', left: { call: 'LCASE', with: [paper] }, right: { literal: 'a', language: 'en' } },
            ],
          },
        },
        { union: [[{ bind: { literal: 'x' }, as: 'b' }], [{ exists: [] }]] },
      ],
    };
    expect(writeQuery(query)).toContain('(ddm:hasSection+)/(^ddm:hasParagraph)/ddm:cites');
    expect(guardQuery(writeQuery(query))).toMatchObject({ form: 'ask' });
  });

  it.each([
    ['quotes and braces', '" } DROP ALL #'],
    ['line breaks', 'a\nb\r\tc'],
    ['backslashes', 'a\\" . ?s ?p ?o'],
    ['an escape written out', '\\u0022 } ; DELETE { ?s ?p ?o'],
    ['a long escape written out', '\\U00000022 . }'],
    ['an escape after backslashes', '\\\\u0022 .'],
    ['control characters and half a pair', '\u0000\u0001\u007f\ud800'],
  ])('keeps %s inside the literal', (_, text) => {
    const guarded = guardQuery(writeQuery(titled(text)));
    expect(guarded.form).toBe('select');
    const pattern = /^ {2}\?paper dcterms:title "(?:[^"\\\n\r]|\\.)*" \.$/m;
    expect(guarded.text).toMatch(pattern);
  });

  it.each(['no scheme', 'http://e/> . ?s ?p ?o . <http://e', 'http://e/{x}', 'http://e/a b', 'http://e/\\u003e'])(
    'refuses the IRI %j',
    (iri) => {
      expect(() => writeQuery({ ask: [{ subject: { iri }, path: title, object: paper }] })).toThrow(
        'is not an absolute IRI',
      );
    },
  );

  it('refuses names of variables and languages that are not names', () => {
    expect(() => writeQuery({ project: ['x y'], where: [] })).toThrow('cannot name a variable');
    const object = { literal: 'a', language: 'en . }' };
    expect(() => writeQuery({ ask: [{ subject: paper, path: title, object }] })).toThrow('is no language tag');
  });
});

describe('an expression', () => {
  it('may be a product, of values that are cast', () => {
    const x = { variable: 'x' };
    const decimal = 'http://www.w3.org/2001/XMLSchema#decimal';
    const product = { product: [{ cast: decimal, of: x }, x] };
    const text = writeQuery({
      project: [{ expression: { aggregate: 'SUM', of: product }, as: 'n' }],
      where: [{ filter: { compare: '>', left: product, right: x } }],
    });
    expect(text).toContain('(SUM(xsd:decimal(?x) * ?x) AS ?n)');
    expect(text).toContain('FILTER((xsd:decimal(?x) * ?x) > ?x)');
    expect(guardQuery(text)).toMatchObject({ form: 'select' });
  });
});
