import { describe, expect, it } from '@jest/globals';
import type { FlowText } from '../text/flow-text.ts';
import type { Line } from '../lines/line.ts';
import { AuthorYearCitations } from './author-year-citations.ts';
import type { CitedEntry } from './cited-entry.ts';
import { NumericCitations } from './numeric-citations.ts';

const first = {} as Line;
const flow = (text: string): FlowText => ({ text, places: [] });
const numbered: CitedEntry[] = ['1', '2', '3', '4', '5'].map((label) => ({
  id: `r${label}`,
  label,
  families: [],
  first,
}));
const named: CitedEntry[] = [
  { id: 'a', families: ['Doe'], year: '2019', first },
  { id: 'b', families: ['Roe', 'Poe'], year: '2020a', first },
  { id: 'c', families: ['Roe', 'Poe'], year: '2020b', first },
  { id: 'd', families: ['van der Berg', 'Moe', 'Noe'], year: '1999', first },
];

describe('citations by number', () => {
  const find = (text: string) =>
    new NumericCitations(numbered, false)
      .find(flow(text))
      .map(({ start, end, targets }) => [text.slice(start, end), targets]);

  it('finds single numbers, lists and ranges', () =>
    expect(find('as in [1], and in [2, 3–5].')).toEqual([
      ['1', ['r1']],
      ['2', ['r2']],
      ['3', ['r3']],
      ['5', ['r4', 'r5']],
    ]));

  it('takes no number that is not in the list', () => expect(find('an array [7] or an interval [0, 1]')).toEqual([]));

  it('finds raised numbers behind a word', () => {
    const text = 'overfitting1,2 and 10 3';
    const place = (start: number, end: number) => ({
      start,
      end,
      page: 1,
      x0: 0,
      x1: 0,
      y0: 0,
      y1: 0,
      script: 'super' as const,
      bold: false,
      italic: false,
    });
    const found = new NumericCitations(numbered, true).find({ text, places: [place(11, 14), place(22, 23)] });
    expect(found.map(({ start, targets }) => [start, targets])).toEqual([
      [11, ['r1']],
      [13, ['r2']],
    ]);
  });
});

describe('citations by name and year', () => {
  const find = (text: string) =>
    new AuthorYearCitations(named).find(flow(text)).map(({ start, end, targets }) => [text.slice(start, end), targets]);

  it.each([
    ['before (Doe, 2019) it', 'Doe, 2019', ['a']],
    ['as Doe (2019) says', 'Doe (2019', ['a']],
    ['(Roe & Poe, 2020b)', 'Roe & Poe, 2020b', ['c']],
    ['Roe and Poe (2020a)', 'Roe and Poe (2020a', ['b']],
    ['(van der Berg et al., 1999)', 'van der Berg et al., 1999', ['d']],
  ])('finds %s', (text, marker, targets) => expect(find(text)).toEqual([[marker, targets]]));

  it('takes a year alone for none, nor a name that only ends alike', () =>
    expect(find('in 2019 McDoe, 2019 and others')).toEqual([]));

  it('reads letters behind the first as other works of the year', () =>
    expect(find('(Roe and Poe, 2020a,b) and c')).toEqual([
      ['Roe and Poe, 2020a', ['b']],
      ['b', ['c']],
    ]));

  it('lets names hold for a second year', () =>
    expect(find('(Roe and Poe, 2020a, 2020b)').map(([, targets]) => targets)).toEqual([['b'], ['c']]));
});
