import { describe, expect, it } from '@jest/globals';
import { emailsInNotes } from './contact-notes.ts';

const authors = [
  { name: 'Jane Doe', markers: ['1', '*'] },
  { name: 'Richard Roe', markers: ['2', '†'] },
];

describe('addresses in notes', () => {
  it('belong to the author whose sign the note has', () =>
    expect(emailsInNotes(authors, ['† Corresponding author (files@somewhere.org).'])).toEqual([
      undefined,
      'files@somewhere.org',
    ]));

  it('belong to the author whom the note names', () =>
    expect(emailsInNotes(authors, ['Correspondence should be addressed to Jane Doe (office@somewhere.org)'])).toEqual([
      'office@somewhere.org',
      undefined,
    ]));

  it('belong to the name they are made of', () =>
    expect(emailsInNotes(authors, ['Email: rroe@somewhere.org'])).toEqual([undefined, 'rroe@somewhere.org']));

  it('belong to nobody where nothing tells whose they are', () =>
    expect(emailsInNotes(authors, ['Email: office@somewhere.org'])).toEqual([undefined, undefined]));
});
