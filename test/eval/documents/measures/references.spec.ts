import { describe, expect, it } from '@jest/globals';
import type { ReferenceFact } from '../facts.ts';
import { alignReferences, scoreCitations, scoreEntries, scoreFields } from './references.ts';

const memory: ReferenceFact = {
  authors: ['Hochreiter, Sepp'],
  title: 'Long short-term memory',
  year: 1997,
  volume: '9',
};
const reading: ReferenceFact = { authors: ['Cheng, J.'], title: 'Memory networks for reading', year: 2016 };
const readMemory = { ...memory, raw: 'Sepp Hochreiter. 1997. Long short-term memory. Neural computation, 9.' };
const readReading = { ...reading, raw: 'J. Cheng. 2016. Memory networks for reading.' };

describe('references', () => {
  it('are found wherever they stand in the list', () => {
    expect(alignReferences([readReading, readMemory], [memory, reading])).toEqual([1, 0]);
  });

  it('are the same work if the DOI is, whatever was read of the rest', () => {
    const one = { raw: 'garbled', doi: '10.1/ABC' };
    expect(alignReferences([readReading, one], [{ doi: '10.1/abc', title: 'Something else' }])).toEqual([1]);
  });

  it('prefer the entry of the same author to one whose title only holds the title', () => {
    const longer = { raw: 'J. Cheng. 2016. Long short-term memory networks for machine reading.' };
    expect(alignReferences([longer, readMemory], [memory])).toEqual([1]);
  });

  it('stand alone in their entries unless two ran together', () => {
    expect(scoreEntries([readMemory, readReading], [memory, reading]).matched).toBe(2);
    const joined = [{ raw: `${readMemory.raw} ${readReading.raw}` }];
    expect(scoreEntries(joined, [memory, reading]).matched).toBe(0);
  });

  it.each([
    ['right', { volume: '9' }, { matched: 1, predicted: 1, expected: 1 }],
    ['wrong', { volume: '7' }, { matched: 0, predicted: 1, expected: 1 }],
    ['missing', {}, { matched: 0, predicted: 0, expected: 1 }],
  ])('have fields that are %s', (_, volume, tally) => {
    const read = { raw: readMemory.raw, title: readMemory.title, authors: memory.authors, ...volume } as ReferenceFact;
    expect(scoreFields([read], [memory]).fields.get('volume')).toEqual(tally);
  });

  it('do not answer for what the page leaves out', () => {
    const { fields } = scoreFields([readMemory], [{ ...memory, doi: '10.1162/neco', pages: '1735-1780' }]);
    expect([fields.get('doi'), fields.get('pages')]).toEqual([
      { matched: 0, predicted: 0, expected: 0 },
      { matched: 0, predicted: 0, expected: 0 },
    ]);
  });

  it('count all fields of an entry that was not found', () => {
    const { fields, names } = scoreFields([], [memory]);
    expect([fields.get('title')?.expected, fields.get('volume')?.expected, names.expected]).toEqual([1, 1, 1]);
  });

  it('are cited in order', () => {
    // Read list is turned round: 0 is true 1, 1 is true 0; -1 points nowhere.
    expect(scoreCitations([1, 0, -1], [0, 1, 0], [1, 0])).toEqual({ matched: 2, predicted: 3, expected: 3 });
  });
});
