import { describe, expect, it } from '@jest/globals';
import { splitWords } from '../linking/words.ts';
import { generalLexicon } from './general-lexicon.ts';
import { GraphNames } from './graph-names.ts';
import type { GraphName } from './load-names.ts';

const name = (label: string, iri: string, kind: GraphName['kind'] = 'name'): GraphName => ({
  cls: 'C',
  property: 'p',
  label,
  iri,
  kind,
});
const names = new GraphNames([
  name('Compensator', 'i:comp'),
  name('U990-5234138 - Inductor', 'i:u990'),
  name('Poland', 'Poland', 'value'),
  name('AB-12-CD', 'i:code', 'identifier'),
]);
const found = (question: string) =>
  names
    .match(
      splitWords(question).map((word) => ({ ...word, isFiller: false })),
      generalLexicon().demonyms,
    )
    .map(({ said, iris }) => `${said}: ${iris.join(' ')}`);

describe('the names of a graph', () => {
  it.each([
    ['two compensators', 'compensators: i:comp'],
    ['a compansator', 'compansator: i:comp'],
    ['the U990 inductor', 'U990 inductor: i:u990'],
    ['polish firms', 'polish: Poland'],
    ['item AB-12-CD', 'AB 12 CD: i:code'],
  ])('are found in “%s”', (question, expected) => {
    expect(found(question)).toContain(expected);
  });

  it('are not found by a part of an identifier', () => {
    expect(found('item CD')).toEqual([]);
  });

  it('that are near are offered for one that is unknown', () => {
    expect(names.nearest('Compensater')).toEqual(['Compensator']);
    expect(names.nearest('Zeppelin')).toEqual([]);
  });
});
