import { describe, expect, it } from '@jest/globals';
import { analyseQuestion } from './analyse-question.ts';

describe('A question', () => {
  it.each([
    ['Which papers appeared in 2021?', 'list'],
    ['How many papers are there?', 'count'],
    ['Is Ada Lind an author of Argus?', 'yes-no'],
    ['What is the DOI of Argus?', 'fact'],
    ['Which paper has the most authors?', 'superlative'],
    ['How many papers were published each year?', 'table'],
    ['List the titles and years of all papers.', 'table'],
    ['Why does Argus use small lenses?', 'text'],
    ['What does Argus do?', 'text'],
    ['How do telescopes work?', 'text'],
    ['Explain how the lenses were made.', 'text'],
  ])('"%s" asks for a %s', (question, shape) => {
    expect(analyseQuestion(question).shape).toBe(shape);
  });

  it('is sooner answered by rows when the vocabulary knows what is asked for', () => {
    const known = analyseQuestion('How many authors does Argus have?').structured;
    const unknown = analyseQuestion('How many lenses does Argus have?').structured;
    const prose = analyseQuestion('What makes Argus special?').structured;
    expect(known).toBeGreaterThan(0.7);
    expect(unknown).toBeLessThan(0.3);
    expect(prose).toBeLessThan(0.2);
  });

  it('names its years, section roles and phrases', () => {
    expect(analyseQuestion('Which papers from 2019 to 2021 are about Argus?').constraints).toEqual({
      years: { from: 2019, to: 2021 },
    });
    expect(analyseQuestion('What do the method sections say about cooling?').constraints).toEqual({
      roles: ['method'],
    });
    expect(analyseQuestion('What is said of clouds in the results?').constraints).toEqual({ roles: ['result'] });
    expect(analyseQuestion('What results does Argus report?').constraints).toEqual({});
    expect(analyseQuestion('What does "Sky surveys" tell about supernova rates?').phrases).toEqual([
      'Sky surveys',
      'tell',
      'supernova rates',
    ]);
  });

  it.each([
    ['after 2020', { from: 2021 }],
    ['since 2020', { from: 2020 }],
    ['before 2020', { to: 2019 }],
    ['until 2020', { to: 2020 }],
    ['in 2020', { from: 2020, to: 2020 }],
    ['from 2020', { from: 2020, to: 2020 }],
    ['from 2020 or later', { from: 2020 }],
    ['between 2018 and 2020', { from: 2018, to: 2020 }],
  ])('reads "%s" as years', (words, years) => {
    expect(analyseQuestion(`Which papers appeared ${words}?`).constraints.years).toEqual(years);
  });

  it('keeps a title in single quotes whole, and an apostrophe out of it', () => {
    const { phrases } = analyseQuestion("Who wrote 'The limits of the graph of papers' in Ada Lind's journal?");
    expect(phrases[0]).toBe('The limits of the graph of papers');
    expect(phrases).toContain('Ada Lind');
  });

  it('is not taken for English when it is not', () => {
    expect(analyseQuestion('Welche Artikel sind im Jahr 2021 erschienen?')).toMatchObject({
      language: 'de',
      isEnglish: false,
      structured: 0,
    });
  });

  it('may be empty, or hold nothing but signs', () => {
    for (const text of ['', '  \n', '?!', '😀', '\ud800']) {
      expect(analyseQuestion(text)).toMatchObject({ shape: 'text', phrases: [] });
    }
  });
});
