import { describe, expect, it } from '@jest/globals';
import { askedStatement, asksYesOrNo } from './asked-statement.ts';

describe('what is to be found true or not', () => {
  it('is a question that opens with a verb of its own', () => {
    expect(asksYesOrNo('Does aspirin prevent strokes?')).toBe(true);
    expect(asksYesOrNo('In adults over 60, is surgery safe?')).toBe(true);
    expect(asksYesOrNo('Is surgery worth it or not?')).toBe(true);
    expect(asksYesOrNo('Is it a method or a tool?')).toBe(false);
    expect(asksYesOrNo('What does aspirin prevent?')).toBe(false);
  });

  it('is a statement that is put forward to be checked', () => {
    const claim = { kind: 'claim', text: 'Aspirin prevents strokes' };
    expect(askedStatement('Aspirin prevents strokes in adults.')).toEqual({
      kind: 'claim',
      text: 'Aspirin prevents strokes in adults',
    });
    expect(askedStatement('Is it true that Aspirin prevents strokes?')).toEqual(claim);
    expect(askedStatement('verify: Aspirin prevents strokes')).toEqual(claim);
    expect(askedStatement('Fact-check that Aspirin prevents strokes.')).toEqual(claim);
  });

  it('is neither an order, another question, nor words to search for', () => {
    expect(askedStatement('List the papers that cite Argus.')).toBeUndefined();
    expect(askedStatement('How many lenses has Argus?')).toBeUndefined();
    expect(askedStatement('Does the Argus paper cite Hubble?')).toBeUndefined();
    expect(askedStatement('graph neural networks for molecules')).toBeUndefined();
    expect(askedStatement('Papers on telescopes that were published in 2021.')).toBeUndefined();
  });
});
