import { describe, expect, it } from '@jest/globals';
import { splitQuestion } from './split-question.ts';

describe('a question with several parts', () => {
  it.each([
    [
      'joined by “and”',
      'Who built Argus and which lenses does it use?',
      ['Who built Argus?', 'Which lenses does Argus use?'],
    ],
    [
      'of two sentences',
      'Is Argus a telescope? How many lenses does it have?',
      ['Is Argus a telescope?', 'How many lenses does Argus have?'],
    ],
    ['with numbers', '(1) What is Argus? (2) Who built it?', ['What is Argus?', 'Who built Argus?']],
    ['with letters', 'a) What is Argus? b) Why is it cooled?', ['What is Argus?', 'Why is Argus cooled?']],
    [
      'with numbers after what it is about',
      'About Argus: 1. Who built it? 2. What does it cost?',
      ['Who built Argus?', 'What does Argus cost?'],
    ],
    ['with semicolons', 'What is Argus; who built it?', ['What is Argus?', 'Who built Argus?']],
    [
      'with a polite beginning',
      'Can you tell me who built Argus and which lenses it uses?',
      ['Who built Argus?', 'Which lenses Argus uses?'],
    ],
  ])('%s is split, and each part stands by itself', (_, question, parts) => {
    expect(splitQuestion(question)).toEqual(parts);
  });

  it.each([
    [
      'them',
      'How many papers cite Argus? Which of them are from 2020?',
      'Which of the papers that cite Argus are from 2020?',
    ],
    [
      'their',
      'Which papers cite Argus, and who are their authors?',
      'Who are the authors of the papers that cite Argus?',
    ],
    ['its', 'Who wrote Argus? And its licence?', 'What is the licence of Argus?'],
    [
      'a paper by its kind',
      'Why was Argus built? How many authors does the paper have?',
      'How many authors does the Argus paper have?',
    ],
    [
      'another place',
      'When was the Argus paper published, and in which journal?',
      'In which journal was the Argus paper published?',
    ],
    ['another time', 'Who wrote Argus, and when?', 'When was Argus written?'],
    ['nothing for a word that objects have too', 'Who constructor Argus, and when?', undefined],
    ['another thing', 'How fast is Argus? What about Hyperion?', 'How fast is Hyperion?'],
    ['the same noun', 'Which model has the lowest cost and which has the highest?', 'Which model has the highest?'],
    [
      'a quoted title',
      'Who wrote “On domes and walls”? When was it published?',
      'When was “On domes and walls” published?',
    ],
  ])('puts in what the second takes from the first: %s', (_, question, second) => {
    expect(splitQuestion(question)[1]).toBe(second);
  });

  it('takes a verb that it does not know for one', () => {
    const question = 'How many lenses has Argus? Which vaccine protects penguins?';
    expect(splitQuestion(question)).toEqual(['How many lenses has Argus?', 'Which vaccine protects penguins?']);
  });

  it('takes one thing for “it” and several for “they”', () => {
    expect(splitQuestion('Why do the authors test twice? How is it done? Where do they work?').slice(1)).toEqual([
      'How is it done?',
      'Where do the authors work?',
    ]);
  });

  it('keeps a statement with the question that it leads to', () => {
    expect(splitQuestion('Argus is cooled by water. Who built it? What does water cost?')).toEqual([
      'Argus is cooled by water. Who built it?',
      'What does water cost?',
    ]);
  });

  it('asks the same thing once', () => {
    expect(splitQuestion('What is Argus? What is Argus?')).toEqual(['What is Argus? What is Argus?']);
  });

  it('leaves a pronoun that means nothing before it', () => {
    expect(splitQuestion('What is Argus? Is it possible to see the sky with a lens?')[1]).toBe(
      'Is it possible to see the sky with a lens?',
    );
  });
});

describe('a question stays whole that', () => {
  it.each([
    ['joins people', 'Which papers were written by Ada Lind and Ben Osei?'],
    ['joins things', 'Which methods and data sets are used in Argus?'],
    ['joins conditions', 'Which papers cite Argus and were published in 2021?'],
    ['joins verbs', 'How are the lenses ground and cooled?'],
    ['joins words that ask', 'How and why does Argus cool its lenses?'],
    ['joins what is asked for', 'Which models and which baselines are compared?'],
    ['holds other questions', 'Which paper explains what a lens is and how the sky is seen?'],
    ['quotes a title', 'Who wrote “What is a lens and how is it ground? A guide”?'],
    ['tells before it asks', 'I grind lenses. Which papers help me?'],
    ['offers a choice', 'Is Argus a telescope? Or is it a camera?'],
    ['has abbreviations', 'What did Dr. A. Lind et al. find in Fig. 3?'],
    ['asks for one thing at a time', 'When they say “cheap”, how much does a lens cost?'],
    ['ends in a remark', 'How many lenses has Argus? Only the large ones.'],
    ['numbers what it asks of', 'Does Argus use (1) lenses or (2) mirrors?'],
    ['is in another language', '¿Quién construyó Argus y cuándo?'],
    ['is empty', ''],
    ['is hardly one', '?!? ; and (1)'],
  ])('%s', (_, question) => {
    expect(splitQuestion(question)).toEqual([question]);
  });
});
