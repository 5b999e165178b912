import { describe, expect, it } from '@jest/globals';
import { compare } from './compare.ts';
import { readResult } from './read-result.ts';
import type { QueryOutcome } from './result-set.ts';

/** Rows of terms in the syntax of Turtle, as TSV has them. */
const tsv = (...lines: string[]) => readResult('text/tab-separated-values', lines.join('\n'));
const csv = (...lines: string[]) => readResult('text/csv', lines.join('\r\n'));

async function verdict(actual: Promise<QueryOutcome>, expected: Promise<QueryOutcome>, more: object = {}) {
  const rows = await expected;
  return compare(await actual, rows.kind === 'rows' ? { ...rows, ...more } : rows).is;
}

describe('rows', () => {
  it('are equal in any order, each as often as expected', async () => {
    expect(await verdict(tsv('?a', '1', '2', '2'), tsv('?a', '2', '1', '2'))).toBe('equal');
    expect(await verdict(tsv('?a', '1', '2', '2'), tsv('?a', '2', '1', '1'))).toBe('different');
    expect(await verdict(tsv('?a', '1'), tsv('?a', '1', '1'))).toBe('different');
  });

  it('stand in the order of the test, where it gives one', async () => {
    expect(await verdict(tsv('?a', '1', '2'), tsv('?a', '1', '2'), { ordered: true })).toBe('equal');
    expect(await verdict(tsv('?a', '2', '1'), tsv('?a', '1', '2'), { ordered: true })).toBe('different');
  });

  it('may be fewer for REDUCED, none of them missing', async () => {
    const expected = await tsv('?a', '1', '1', '2');
    expect(compare(await tsv('?a', '1', '2'), expected, { lax: true }).is).toBe('equal');
    expect(compare(await tsv('?a', '1', '1'), expected, { lax: true }).is).toBe('different');
    expect(compare(await tsv('?a', '1', '1', '1', '2'), expected, { lax: true }).is).toBe('different');
  });

  it('have the same blank nodes in the same places, whatever they are called', async () => {
    const expected = tsv('?a\t?b', '_:x\t_:x', '_:x\t_:y');
    expect(await verdict(tsv('?a\t?b', '_:p\t_:q', '_:p\t_:p'), expected)).toBe('equal');
    expect(await verdict(tsv('?a\t?b', '_:p\t_:q', '_:q\t_:q'), expected)).toBe('different');
    expect(await verdict(tsv('?a\t?b', '_:p\t_:q', '_:r\t_:r'), expected)).toBe('different');
  });

  it('have the same variables', async () => {
    expect(await verdict(tsv('?a\t?b', '1\t'), tsv('?a', '1'))).toBe('different');
  });
});

describe('terms', () => {
  const one = (cell: string) => tsv('?a', cell);

  it.each([
    ['1.0E4', '"10000"^^<http://www.w3.org/2001/XMLSchema#double>'],
    ['1.50', '1.5'],
    ['"-3"^^<http://www.w3.org/2001/XMLSchema#negativeInteger>', '-3'],
    ['"1"^^<http://www.w3.org/2001/XMLSchema#boolean>', 'true'],
    [
      '"2006-08-23+00:00"^^<http://www.w3.org/2001/XMLSchema#date>',
      '"2006-08-23Z"^^<http://www.w3.org/2001/XMLSchema#date>',
    ],
  ])('are equal by value only: %s and %s', async (expected, actual) => {
    expect(await verdict(one(actual), one(expected))).toBe('equal by value');
  });

  it.each([
    ['1', '1.0'],
    ['1', '"1"'],
    ['1', '2'],
    ['1.05', '1.5'],
    ['<http://e/a>', '"http://e/a"'],
    ['"a"@en', '"a"@fr'],
    ['"a"@en', '"a"'],
  ])('differ: %s and %s', async (expected, actual) => {
    expect(await verdict(one(actual), one(expected))).toBe('different');
  });

  it('have language tags without case', async () => {
    expect(await verdict(one('"a"@EN'), one('"a"@en'))).toBe('equal');
  });
});

describe('CSV', () => {
  it('is read with quoted commas, quotation marks and lines', async () => {
    const expected = csv('a,b', '"x, ""y""\nz",');
    expect(await verdict(csv('a,b', '"x, ""y""\nz",""'), expected)).toBe('equal');
    expect(await verdict(csv('a,b', 'x,'), expected)).toBe('different');
  });

  it('has numbers that are equal by value, and other words that are not', async () => {
    expect(await verdict(csv('a', '10000'), csv('a', '1.0E4'))).toBe('equal by value');
    expect(await verdict(csv('a', '10000x'), csv('a', '1.0E4x'))).toBe('different');
  });
});
