import { describe, expect, it } from '@jest/globals';
import { SparqlJsonParser } from 'sparqljson-parse';
import { type ResultRow, writeBindings, writeBoolean } from './write-results.ts';

const integer = 'http://www.w3.org/2001/XMLSchema#integer';
const rows: ResultRow[] = [
  { a: { type: 'uri', value: 'http://e/?x=1&y="2"' }, b: { type: 'literal', value: 'one, "two"\n\tthree\\' } },
  { a: { type: 'bnode', value: 'b0' }, b: { type: 'literal', value: 'vier', 'xml:lang': 'de' } },
  { b: { type: 'literal', value: '5', datatype: integer } },
];

describe('rows of a SELECT', () => {
  it('are written as JSON that others read', () => {
    const parsed = new SparqlJsonParser().parseJsonResults(JSON.parse(writeBindings(['a', 'b'], rows, 'json')));
    expect(parsed.map((row) => Object.fromEntries(Object.entries(row).map(([key, term]) => [key, term.value])))).toEqual([
      { a: 'http://e/?x=1&y="2"', b: 'one, "two"\n\tthree\\' },
      { a: 'b0', b: 'vier' },
      { b: '5' },
    ]);
  });

  it('are written as CSV, with values only', () => {
    expect(writeBindings(['a', 'b'], rows, 'csv')).toBe(
      'a,b\r\n"http://e/?x=1&y=""2""","one, ""two""\n\tthree\\"\r\n_:b0,vier\r\n,5\r\n',
    );
  });

  it('are written as TSV, with terms as in Turtle', () => {
    expect(writeBindings(['a', 'b'], rows, 'tsv')).toBe(
      `?a\t?b\n<http://e/?x=1&y="2">\t"one, \\"two\\"\\n\\tthree\\\\"\n_:b0\t"vier"@de\n\t"5"^^<${integer}>\n`,
    );
  });

  it('are written as XML, with what XML cannot hold replaced', () => {
    const xml = writeBindings(['a'], [{ a: { type: 'literal', value: 'x < \u0001 & "y"' } }, {}], 'xml');
    expect(xml).toContain('<head><variable name="a"/></head>');
    expect(xml).toContain(
      '<results><result><binding name="a"><literal>x &lt; \ufffd &amp; &quot;y&quot;</literal></binding></result><result></result></results>',
    );
  });
});

it('writes the result of an ASK', () => {
  expect(JSON.parse(writeBoolean(true, 'json'))).toEqual({ head: {}, boolean: true });
  expect(writeBoolean(false, 'xml')).toContain('<head></head><boolean>false</boolean>');
});
