import { describe, expect, it } from '@jest/globals';
import { aspectAsked, isToldInText, tellsAspect } from './aspects.ts';

describe('the aspect that a question asks for', () => {
  it.each([
    ['Who funded the work on Argus?', 'funding'],
    ['Which grants supported the telescope?', 'funding'],
    ['How was the survey funded?', 'funding'],
    ['Under which licence is the data released?', 'licence'],
    ['Where can the code of Argus be found?', 'location'],
    ['What is the repository of Argus?', 'location'],
    ['What are the limitations of Argus?', 'limitation'],
    ['Who is the intended audience of the course?', 'audience'],
    ['Who are the target users of Argus?', 'audience'],
    ['How can I install Argus?', 'installation'],
  ])('“%s”', (question, name) => expect(aspectAsked(question)).toBe(name));

  it.each([
    'Where do the students find help?',
    'Who are the authors of the course?',
    'How many licences were sold?',
    'What does the telescope see?',
    'Why do agencies fund telescopes?',
    'Under which conditions does the dome shut?',
  ])('“%s” asks for none', (question) => expect(aspectAsked(question)).toBeUndefined());
});

it('may be one that the graph knows, too', () => {
  expect(isToldInText('Who is the course for?')).toBe(true);
  expect(isToldInText('Where are the lessons of the course available?')).toBe(true);
  expect(isToldInText('Under which licence is the paper published?')).toBe(false);
  expect(isToldInText('Who wrote the paper?')).toBe(false);
});

describe('a text that tells it', () => {
  it('names who paid, and not whoever has the name', () => {
    expect(tellsAspect('funding', 'EO acknowledges the Osei Foundation grant number 7.')).toBe(1);
    expect(tellsAspect('funding', 'Supported in part by the Osei Foundation.')).toBe(1);
    expect(tellsAspect('funding', 'We thank Grant Oak for his help.')).toBe(0);
    expect(tellsAspect('funding', 'Students are supported by demonstrators.')).toBe(0);
    expect(tellsAspect('funding', 'These are fundamental questions.')).toBe(0);
  });

  it('says where a thing is', () => {
    expect(tellsAspect('location', 'The code is at https://example.org/argus.')).toBe(1);
    expect(tellsAspect('location', 'Argus is open source.')).toBe(0.5);
    expect(tellsAspect('location', 'The dome is shut.')).toBe(0);
  });

  it('says for whom it is, and not what it is for', () => {
    expect(tellsAspect('audience', 'Argus is designed for graduate students.')).toBe(1);
    expect(tellsAspect('audience', 'Argus is designed for watching the sky.')).toBe(0);
    expect(tellsAspect('audience', 'Students saw the sky.')).toBe(0.5);
  });

  it('says what does not work', () => {
    expect(tellsAspect('limitation', 'A limitation is the weather.')).toBe(1);
    expect(tellsAspect('limitation', 'Argus cannot see through clouds, and does not work in the rain.')).toBe(1);
    expect(tellsAspect('limitation', 'Clouds are a challenge.')).toBe(0.5);
    expect(tellsAspect('limitation', 'Argus sees the whole sky.')).toBe(0);
  });
});
