import { describe, expect, it } from '@jest/globals';
import { stemOf } from './stem.ts';
import { nameKey, splitWords } from './words.ts';

const plain = (text: string) => splitWords(text).map((word) => word.plain);

describe('The words of a text', () => {
  it('hold identifiers together and take compounds apart', () => {
    expect(plain('10.21105/jose.00143 and 0000-0003-1937-8006')).toEqual([
      '10.21105/jose.00143',
      'and',
      '0000-0003-1937-8006',
    ]);
    expect(plain('QASM-TS for OpenQASM 3.0 in C++')).toEqual(['qasm', 'ts', 'for', 'openqasm', '3.0', 'in', 'c++']);
  });

  it('lose accents, case and the genitive, and keep their places', () => {
    expect(plain('Müller’s Naïve café')).toEqual(['muller', 'naive', 'cafe']);
    const [, second] = splitWords('the  Whole-sky');
    expect(second).toMatchObject({ text: 'Whole', start: 5, end: 10 });
  });

  it('make one key of the spellings of a name', () => {
    expect(nameKey('Data-Quality checks.')).toBe(nameKey('data quality Checks'));
  });
});

describe('A stem', () => {
  it.each([
    ['paper', 'papers'],
    ['author', 'authors'],
    ['cite', 'cites'],
    ['publish', 'published'],
    ['introduction', 'introductory'],
    ['study', 'studies'],
    ['visualization', 'visualisation'],
    ['forecast', 'forecasting'],
    ['doi', 'dois'],
  ])('is the same for %s and %s', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it.each([
    ['analysis', 'analy'],
    ['process', 'proces'],
    ['status', 'statu'],
  ])('does not make %s into %s', (word, wrong) => {
    expect(stemOf(word)).not.toBe(wrong);
  });
});
