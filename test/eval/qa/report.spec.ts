import { describe, expect, it } from '@jest/globals';
import { quotedPrediction } from './prediction.ts';
import type { QaSet } from './qa-set.ts';
import { reportOf } from './report.ts';

/** Answers by one word each, scored by whether it is `right`; the third question has no gold. */
const set: QaSet = {
  name: 'words',
  papers: [],
  questions: [],
  gold: () => (predictions) => ({
    each: { accuracy: predictions.map(({ id, answer }) => (id === '3' ? undefined : Number(answer === 'right'))) },
  }),
};
const saying = (...words: string[]) => words.map((word, i) => quotedPrediction(`${i + 1}`, [word]));
const costing = (calls: number, inputTokens: number) => ({ ...quotedPrediction('1', ['right']), calls, inputTokens });

describe('a report', () => {
  const { figures } = reportOf(
    set,
    { askg: saying('right', 'right', 'right'), 'text alone': saying('right', 'wrong', 'wrong') },
    5,
  );
  const figure = (name: string) => figures.find((each) => each.name === name);

  it('scores each way of answering over the questions with gold', () => {
    expect(figure('askg, accuracy')).toMatchObject({ value: 1, unit: '(1 to 1, n 2)' });
    expect(figure('text alone, accuracy')).toMatchObject({ value: 0.5 });
  });

  it('holds the product against text alone, which it must not be below', () => {
    expect(figure('askg over text alone, accuracy')).toMatchObject({ value: 0.5, bar: 'never below 0' });
    expect(figure('questions with other evidence than text alone gives')).toMatchObject({ value: 2, unit: 'of 3' });
  });

  it('tells what a chat model cost, and only where there was one', () => {
    expect(figure('model calls a question, median')).toBeUndefined();
    const withModel = reportOf(
      set,
      {
        askg: saying('wrong', 'wrong', 'wrong'),
        'askg with a chat model': [costing(1, 900), costing(2, 1000), costing(6, 5000)],
      },
      5,
    ).figures;
    const of = (name: string) => withModel.find((each) => each.name === name)?.value;
    expect(of('model calls a question, median')).toBe(2);
    expect(of('model calls a question, most')).toBe(6);
    expect(of('input tokens a question, median')).toBe(1000);
    expect(of('input tokens a question, most')).toBe(5000);
    expect(of('askg with a chat model over askg, accuracy')).toBe(1);
  });
});
