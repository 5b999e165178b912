import { describe, expect, it } from '@jest/globals';
import { readComparison } from './read-comparison.ts';

function read(question: string): string | undefined {
  const comparison = readComparison(question);
  return comparison && `${comparison.subject} | ${comparison.aspects?.map(({ name }) => name).join(', ') ?? ''}`;
}

describe('A question that compares', () => {
  it.each([
    ['Compare Argus and Rye on licence, language and year.', 'Argus and Rye | licence, language, year'],
    ['How do Argus and Rye differ in method?', 'Argus and Rye | method'],
    ['How does Argus differ from Rye in cost of lenses and year?', 'Argus from Rye | cost of lenses, year'],
    ['Compare the papers on bread by data, method and results', 'the papers on bread | data, method, results'],
    ['What are the differences between Argus and Rye?', 'Argus and Rye | '],
    [
      'Which methods, datasets and metrics do the papers about bread use?',
      'the papers about bread | methods, datasets, metrics',
    ],
    ['Argus vs Rye', 'Argus vs Rye | '],
    ['Argus versus Rye in terms of mirror size', 'Argus versus Rye | mirror size'],
    ['Make a table of year and journal for the papers of 2022.', 'the papers of 2022 | year, journal'],
    ['Please give me a comparison of Argus with Rye: audience, duration.', 'Argus with Rye | audience, duration'],
    ['In what ways are Argus and Rye different? Look at duration and data.', 'Argus and Rye | duration, data'],
    ['What sets Argus apart from Rye regarding funding?', 'Argus from Rye | funding'],
    ['Compare Argus: A Telescope and Rye by year', 'Argus: A Telescope and Rye | year'],
    ['Compare Argus: A Telescope and Rye: The Bread', 'Argus: A Telescope and Rye: The Bread | '],
    ['What do Argus and Rye have in common?', 'Argus and Rye | '],
    ['Explain the differences between Argus and Rye in data', 'Argus and Rye | data'],
    ['Compare the methods used in Argus and Rye', 'Argus and Rye | methods'],
    ['Tabulate the authors and year of the papers of 2022', 'the papers of 2022 | authors, year'],
  ])('%s', (question, expected) => {
    expect(read(question)).toBe(expected);
  });

  it.each([
    'Which paper has more references, Argus or Rye?',
    'Who wrote Argus and Rye?',
    'Did Argus appear before Rye?',
    'Which methods do the papers about bread use?',
    'What does Argus do?',
    'List the titles and years of all papers.',
    'Argus vs Rye: which has more references?',
    'Compare Argus and Rye, and who wrote them?',
    'What advantages of slides versus videos does Argus mention?',
  ])('is not %s', (question) => {
    expect(read(question)).toBeUndefined();
  });
});
