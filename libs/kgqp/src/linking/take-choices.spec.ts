import { describe, expect, it } from '@jest/globals';
import type { LabelMatch } from './label-match.ts';
import { takeChoices } from './take-choices.ts';
import { wordsOf } from './words.ts';

const question = 'Which papers mention Python and R?';
const words = wordsOf(question);
const match = (said: string, iri: string, more: Partial<LabelMatch> = {}): LabelMatch => {
  const from = words.findIndex(({ text }) => text === said);
  const name = { said, from, to: from + 1, labels: [said], kind: 'exact' as const };
  return { ...name, cls: 'http://c', property: 'http://p', iris: [iri, `${iri}-2`], score: 0.9, ...more };
};
const tool = match('Python', 'http://tool');
const keyword = match('Python', 'http://keyword');
const language = match('R', 'http://r');

describe('A choice between things', () => {
  it('leaves of the things that its phrase may name the chosen one, for sure, and all others as they are', () => {
    const { matches, untaken } = takeChoices([tool, keyword, language], words, question, [
      { phrase: 'python', iri: 'http://keyword' },
    ]);
    expect(matches).toEqual([{ ...keyword, iris: ['http://keyword'], score: 1 }, language]);
    expect(untaken).toEqual([]);
  });

  it('may name a thing across papers', () => {
    const across = match('R', 'http://r-here', { canonicals: ['http://r-all'], unresolved: ['http://r-there'] });
    const { matches } = takeChoices([across, language], words, question, [{ phrase: 'R', iri: 'http://r-all' }]);
    expect(matches).toEqual([{ ...across, canonicals: ['http://r-all'], unresolved: [], score: 1 }]);
  });

  it.each([
    { phrase: 'Python', iri: 'http://r' },
    { phrase: 'Julia', iri: 'http://tool' },
    { phrase: ' ', iri: 'http://tool' },
  ])('changes nothing when it does not fit: %j', (choice) => {
    const matches = [tool, keyword, language];
    expect(takeChoices(matches, words, question, [choice])).toEqual({ matches, untaken: [choice] });
  });
});
