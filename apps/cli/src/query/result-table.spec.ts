import { describe, expect, it } from '@jest/globals';
import { resultLines } from './result-table.ts';

describe('the result of a query for a person', () => {
  it('is a table with a column for each variable', () => {
    const bindings = [{ a: { value: 'one' }, b: { value: '2' } }, { a: { value: 'three' } }];
    const json = JSON.stringify({ head: { vars: ['a', 'b'] }, results: { bindings } });
    expect(resultLines(json)).toEqual(['a      b', 'one    2', 'three']);
  });

  it('is yes or no for ASK, and nothing where there are no rows', () => {
    expect(resultLines('{"head":{},"boolean":false}')).toEqual(['no']);
    expect(resultLines('{"head":{"vars":["a"]},"results":{"bindings":[]}}')).toEqual([]);
  });
});
