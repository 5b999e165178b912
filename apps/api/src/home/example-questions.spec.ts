import { describe, expect, it } from '@jest/globals';
import { exampleQuestions } from './example-questions.ts';

describe('example questions', () => {
  it('are about papers that are there, one of each kind', () => {
    const examples = exampleQuestions(new Map([['10.1_a', 'A title']]));
    expect(examples.map(({ kind }) => kind)).toEqual(['graph', 'text', 'unanswerable']);
    expect(examples[0]?.question).toContain('A title');
  });

  it('are those of the demo papers where all of these are there', () => {
    const keys = ['10.21105_jose.00265', '10.21105_jose.00239', 'sha256.66f0d4cd4880c02940be'];
    const examples = exampleQuestions(new Map(keys.map((key) => [key, 'T'])));
    expect(examples.map(({ kind }) => kind)).toEqual(['graph', 'text', 'unanswerable']);
    expect(examples.every(({ question }) => question.endsWith('?') && !question.includes('“T”'))).toBe(true);
  });

  it('are none where nothing has been read', () => {
    expect(exampleQuestions(new Map())).toEqual([]);
  });
});
