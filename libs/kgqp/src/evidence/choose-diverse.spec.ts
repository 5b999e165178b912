import { expect, it } from '@jest/globals';
import { chooseDiverse } from './choose-diverse.ts';

const candidate = (text: string, paper: string, score: number) => ({ text, paper, score });

it('leaves out what says the same again', () => {
  const chosen = chooseDiverse(
    [
      candidate('Argus found 31 supernovae in one year.', 'a', 0.9),
      candidate('In one year, Argus found 31 supernovae.', 'b', 0.89),
      candidate('Its lenses are made of glass.', 'a', 0.3),
    ],
    { limit: 3, perPaper: 3 },
  );
  expect(chosen.map(({ score }) => score)).toEqual([0.9, 0.3]);
});

it('prefers a new thought to a slightly better repetition', () => {
  const chosen = chooseDiverse(
    [
      candidate('The lenses were ground from recycled glass in Accra.', 'a', 0.9),
      candidate('The lenses were ground from recycled glass by hand.', 'a', 0.7),
      candidate('Cooling needs water.', 'a', 0.65),
    ],
    { limit: 2, perPaper: 3 },
  );
  expect(chosen.map(({ text }) => text)[1]).toBe('Cooling needs water.');
});

it('takes no more from one paper than allowed', () => {
  const ranked = ['one', 'two', 'three', 'four'].map((text, i) => candidate(text, i < 3 ? 'a' : 'b', 1 - i / 10));
  expect(chooseDiverse(ranked, { limit: 4, perPaper: 2 }).map(({ text }) => text)).toEqual(['one', 'two', 'four']);
});
