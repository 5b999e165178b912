import { describe, expect, it } from '@jest/globals';
import { readAnyStyle, readTeiReferences } from './read-labelled.ts';

const labelled = ({ tokens, labels }: { tokens: { text: string }[]; labels: string[] }): string[] =>
  tokens.map(({ text }, i) => `${text}/${labels[i]}`);

describe('labelled references', () => {
  it('reads the parts of a sequence, and tells an issue from its volume', () => {
    const xml = '<dataset><sequence><author>Doe, J.</author><volume>12(3),</volume></sequence></dataset>';
    expect(readAnyStyle(new TextEncoder().encode(xml)).map(labelled)).toEqual([
      ['Doe/author', ',/author', 'J/author', './author', '12/volume', '(/issue', '3/issue', ')/issue', ',/issue'],
    ]);
  });

  it('gives signs between parts to the part before, and words to the part after', () => {
    const xml =
      '<listBibl><bibl><author>Doe J</author>. <title level="a">On it</title>, pp. <biblScope unit="page">7</biblScope></bibl></listBibl>';
    expect(readTeiReferences(new TextEncoder().encode(xml)).map(labelled)).toEqual([
      ['Doe/author', 'J/author', './author', 'On/title', 'it/title', ',/title', 'pp/pages', './pages', '7/pages'],
    ]);
  });
});
