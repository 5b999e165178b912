import { describe, expect, it } from '@jest/globals';
import { csv } from './csv.ts';

describe('CSV', () => {
  it('quotes what would end a field, and ends lines as RFC 4180 says', () => {
    expect(
      csv([
        ['a', 'b'],
        ['x, y', 'he said "no"\nand left'],
      ]),
    ).toBe('a,b\r\n"x, y","he said ""no""\nand left"\r\n');
  });

  it('has as many fields in each record as in the first', () => {
    expect(csv([['a', 'b'], ['1'], ['1', '2', '3']])).toBe('a,b\r\n1,\r\n1,2\r\n');
    expect(csv([])).toBe('');
  });

  it.each(['=HYPERLINK("http://e.example","x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r\n=1'])(
    'gives a spreadsheet no formula to run: %j',
    (text) => {
      const [line = ''] = csv([[text]]).split(/\r\n$/);
      expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it.each(['-5', '+2.5', '1e-3', '-1.5E+10', 'a=b', '10.1/x-y'])('leaves %s as it is', (text) => {
    expect(csv([[text]])).toBe(`${text}\r\n`);
  });
});
