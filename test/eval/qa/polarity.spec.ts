import { describe, expect, it } from '@jest/globals';
import { asksYesOrNo, readPolarity } from './polarity.ts';

describe('a question for yes or no', () => {
  it('opens with a verb', () => {
    expect(asksYesOrNo('Does glass keep the cost down?')).toBe(true);
    expect(asksYesOrNo('In older adults, is sleep related to memory?')).toBe(true);
    expect(asksYesOrNo('Is it safe or not?')).toBe(true);
  });

  it('is none when it asks for a thing, or for one of two', () => {
    expect(asksYesOrNo('What does glass cost?')).toBe(false);
    expect(asksYesOrNo('Is the dome made of glass or steel?')).toBe(false);
  });
});

describe('what sentences say to it', () => {
  const question = 'Is training associated with recall?';

  it('is yes for effects that were found', () => {
    const reading = readPolarity(question, ['Recall was significantly higher with training (p < 0.01).']);
    expect(reading).toMatchObject({ polarity: 'yes', cues: { significant: 1, compared: 1, noEffect: 0 } });
    expect(reading?.probability).toBeGreaterThan(0.6);
  });

  it('is no where the effect is denied', () => {
    const reading = readPolarity(question, ['Training had no effect on recall.', 'Scores did not differ.']);
    expect(reading?.polarity).toBe('no');
    expect(reading?.cues).toMatchObject({ negated: 1, noEffect: 1 });
  });

  it('is less sure of what is hedged', () => {
    const plain = readPolarity(question, ['Recall improved.']);
    const hedged = readPolarity(question, ['Recall improved, although this may be limited to some.']);
    expect(hedged?.probability).toBeLessThan(plain?.probability ?? 0);
  });

  it('is nothing without sentences', () => {
    expect(readPolarity(question, [])).toBeUndefined();
  });
});
