import { describe, expect, it } from '@jest/globals';
import { isRelevant } from './is-relevant.ts';

const isAbout = (asked: string, text: string, near = 0.8) => isRelevant({ kind: 'claim', text: asked }, { text, near });

describe('a sentence that may say yes or no', () => {
  it('is near to what is asked and holds its words', () => {
    const asked = 'Dust storms reduce crop yields';
    expect(isAbout(asked, 'Crop yields fall after dust storms.')).toBe(true);
    expect(isAbout(asked, 'Crop yields fall after dust storms.', 0.6)).toBe(false);
    expect(isAbout(asked, 'Storms are common in spring.')).toBe(false);
    expect(isRelevant({ kind: 'claim', text: asked }, { text: 'Crop yields fall after dust storms.' })).toBe(true);
  });

  it('says the numbers that are asked about, in figures or words', () => {
    expect(isAbout('One in two trials stop early', 'One in five trials stop early.')).toBe(false);
    expect(isAbout('One in two trials stop early', 'Of 2 trials 1 stops early, as trials do.')).toBe(true);
    expect(isAbout('1,200 trials stop early', 'In all, 1200 trials stop early.')).toBe(true);
  });

  it('names by itself what it is about', () => {
    expect(isAbout('Argus sees the whole sky', 'This telescope sees the whole sky.')).toBe(false);
    expect(isAbout('Argus sees the whole sky', 'It sees the whole sky.')).toBe(false);
    expect(isAbout('Argus sees the whole sky', 'It is known that Argus sees the whole sky.')).toBe(true);
    expect(isAbout('Argus sees the whole sky', 'This study shows that Argus sees the whole sky.')).toBe(true);
  });
});
