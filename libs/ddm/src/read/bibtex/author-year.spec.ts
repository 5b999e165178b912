import { describe, expect, it } from '@jest/globals';
import { authorYears, inListOrder } from './author-year.ts';
import { Bibliography } from './bibliography.ts';

const text = `
@misc{one, author = {Roe, Ann}, title = {Z}, year = 2001}
@misc{two, author = {Roe, Ann and Doe, Bo}, title = {B}, year = 2001}
@misc{two-again, author = {Roe, Ann and Doe, Bo}, title = {A}, year = 2001}
@misc{three, author = {Roe, Ann and Doe, Bo and Poe, Cy}, title = {C}}
@misc{others, author = {Roe, Ann and others}, title = {E}, year = 2004}
@misc{more, author = {Roe, Ann and Doe, Bo and others}, title = {F}, year = 2005}
@misc{none, title = {Untitled no more}, year = 1999}
@misc{umlaut, author = {Ärz, Jo}, title = {D}, year = 2003}
`;
const bibliography = new Bibliography(text);
const entries = bibliography.keys.flatMap((key) => bibliography.entry(key) ?? []);

describe('authorYears', () => {
  it('names one, two and more people, and a work of nobody by its title', () => {
    const shown = authorYears(entries);
    expect(Object.fromEntries(shown)).toEqual({
      one: { names: 'Roe', year: '2001' },
      two: { names: 'Roe & Doe', year: '2001b' },
      'two-again': { names: 'Roe & Doe', year: '2001a' },
      three: { names: 'Roe et al.', year: 'n.d.' },
      others: { names: 'Roe & others', year: '2004' },
      more: { names: 'Roe et al.', year: '2005' },
      none: { names: 'Untitled no more', year: '1999' },
      umlaut: { names: 'Ärz', year: '2003' },
    });
  });

  it('orders a list by people, year and title, whatever the marks on letters', () =>
    expect(entries.toSorted(inListOrder).map(({ key }) => key)).toEqual([
      'umlaut',
      'one',
      'others',
      'two-again',
      'two',
      'more',
      'three',
      'none',
    ]));
});
