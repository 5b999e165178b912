import { describe, expect, it } from '@jest/globals';
import { isPersonName, splitName, splitNames } from './person-names.ts';

describe('names of people', () => {
  it.each(['Jane Doe', 'Ashlee N. Ford Versypt', 'Ludwig van Beethoven', 'Jérome Eertmans', 'J.-P. Serre'])(
    'knows %s',
    (name) => expect(isPersonName(name)).toBe(true),
  );

  it.each(['University of Buffalo', 'Summary', 'Statement of need', 'Samsung Research', 'jane@doe.org'])(
    'does not take %s for one',
    (text) => expect(isPersonName(text)).toBe(false),
  );

  it('splits lists of them', () =>
    expect(splitNames('Jane Doe, Richard Roe and Edgar Poe')).toEqual(['Jane Doe', 'Richard Roe', 'Edgar Poe']));

  it('keeps particles with the family name', () =>
    expect(splitName('Erik-Jan van Kesteren')).toEqual({
      name: 'Erik-Jan van Kesteren',
      given: 'Erik-Jan',
      family: 'van Kesteren',
    }));
});
