import { describe, expect, it } from '@jest/globals';
import { expectedValue, holdsValue } from './expected-value.ts';

const held = (question: string, text: string): number | undefined => {
  const expected = expectedValue(question);
  return expected && holdsValue(expected, text);
};

describe('the value that a question asks for', () => {
  it('is a number of the things counted', () => {
    const question = 'How many undergraduate students took the course?';
    expect(held(question, 'In 2020, 63 graduate students and 27 undergraduate students took it.')).toBe(1);
    expect(held(question, 'Twelve undergraduates came.')).toBe(1);
    expect(held(question, 'It was first held in 2020.')).toBe(0);
    expect(held(question, 'It has 14 lectures.')).toBe(0.5);
  });

  it('may be a number in words', () => {
    expect(held('How many weeks does it take?', 'It takes five or six weeks.')).toBe(1);
  });

  it('is a span of time', () => {
    expect(held('How long does a session last?', 'Each is a 3-hour-long workshop.')).toBe(1);
    expect(held('How long does a session last?', 'Each lasts half a day.')).toBe(1);
    expect(held('How long does a session last?', 'There are 12 sessions in 2020.')).toBe(0);
  });

  it('is a version, which neither a year nor a share is', () => {
    const question = 'Which version of Julia is needed?';
    expect(held(question, 'It runs with Julia 1.9 and later.')).toBe(1);
    expect(held(question, 'Version 2 is needed.')).toBe(1);
    expect(held(question, 'It was written in 2019 (Ash et al., 2018) by 3 people.')).toBe(0);
  });

  it('is money, which no other number is', () => {
    expect(held('How much did a lens cost?', 'This kept the cost of a lens below 40 euros.')).toBe(1);
    expect(held('What does a licence cost the students?', 'Students get it free of charge.')).toBe(1);
    expect(held('How much did a lens cost?', 'There are 900 lenses.')).toBe(0);
  });

  it('is a word for funding where that is asked', () => {
    expect(held('Who funded the work on Argus?', 'This work was supported in part by the Osei Foundation.')).toBe(1);
    expect(held('Which agency funded the lenses?', 'The lenses come from a grant of the Osei Foundation.')).toBe(1);
    expect(held('Who funded the work on Argus?', 'Argus is a telescope with 900 small lenses.')).toBe(0);
  });

  it('is a date', () => {
    expect(held('When was it first taught?', 'It was first taught in autumn 2014.')).toBe(1);
    expect(held('When was it first taught?', 'It has been taught 14 times.')).toBe(0);
  });

  it('is none of these in most questions', () => {
    expect(expectedValue('Why is Vim taught?')).toBeUndefined();
    expect(expectedValue('When a team moves, what happens to its tests?')).toBeUndefined();
  });
});
